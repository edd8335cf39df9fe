package i18n

import "suivi/internal/committee"

var kindFrench = map[committee.Kind]Noun{
	committee.KindCommittee:      masculine("comité", "comités"),
	committee.KindAxis:           {"axe", "axes", "nouvel axe", "l’axe", "cet axe", false},
	committee.KindInstitution:    feminine("structure", "structures"),
	committee.KindFunction:       feminine("fonction", "fonctions"),
	committee.KindPerson:         feminine("personne", "personnes"),
	committee.KindMandate:        masculine("mandat", "mandats"),
	committee.KindGroup:          masculine("groupe de travail", "groupes de travail"),
	committee.KindReference:      feminine("référence", "références"),
	committee.KindMeeting:        feminine("réunion", "réunions"),
	committee.KindAgendaItem:     masculine("point de l’ordre du jour", "points de l’ordre du jour"),
	committee.KindAttendance:     feminine("ligne de présence", "lignes de présence"),
	committee.KindEntry:          feminine("mention du procès-verbal", "mentions du procès-verbal"),
	committee.KindDecision:       feminine("décision", "décisions"),
	committee.KindRecommendation: feminine("recommandation", "recommandations"),
	committee.KindGuideline:      feminine("ligne directrice", "lignes directrices"),
	committee.KindArticle:        {"article", "articles", "nouvel article", "l’article", "cet article", false},
	committee.KindAction:         {"action", "actions", "nouvelle action", "l’action", "cette action", true},
	committee.KindUpdate:         masculine("point d’avancement", "points d’avancement"),
	committee.KindExtension:      masculine("report d’échéance", "reports d’échéance"),
}

// masculine and feminine are French nouns that begin with a consonant.
func masculine(one, many string) Noun {
	return Noun{one, many, "nouveau " + one, "le " + one, "ce " + one, false}
}

func feminine(one, many string) Noun {
	return Noun{one, many, "nouvelle " + one, "la " + one, "cette " + one, true}
}

var kindEnglish = map[committee.Kind]Noun{
	committee.KindCommittee:      noun("committee", "committees"),
	committee.KindAxis:           noun("axis", "axes"),
	committee.KindInstitution:    noun("institution", "institutions"),
	committee.KindFunction:       noun("function", "functions"),
	committee.KindPerson:         noun("person", "people"),
	committee.KindMandate:        noun("mandate", "mandates"),
	committee.KindGroup:          noun("working group", "working groups"),
	committee.KindReference:      noun("reference", "references"),
	committee.KindMeeting:        noun("meeting", "meetings"),
	committee.KindAgendaItem:     noun("agenda item", "agenda items"),
	committee.KindAttendance:     noun("attendance line", "attendance lines"),
	committee.KindEntry:          noun("line of the minutes", "lines of the minutes"),
	committee.KindDecision:       noun("decision", "decisions"),
	committee.KindRecommendation: noun("recommendation", "recommendations"),
	committee.KindGuideline:      noun("guideline", "guidelines"),
	committee.KindArticle:        noun("article", "articles"),
	committee.KindAction:         noun("action", "actions"),
	committee.KindUpdate:         noun("progress report", "progress reports"),
	committee.KindExtension:      noun("extension", "extensions"),
}

func noun(one, many string) Noun {
	return Noun{one, many, "new " + one, "the " + one, "this " + one, false}
}

var verbFrench = map[committee.Verb]VerbWords{
	committee.VerbAdd:       regular("ajouter", "ajouté"),
	committee.VerbRevise:    regular("modifier", "modifié"),
	committee.VerbArchive:   regular("archiver", "archivé"),
	committee.VerbRestore:   regular("rétablir", "rétabli"),
	committee.VerbAdopt:     regular("adopter", "adopté"),
	committee.VerbAmend:     regular("amender", "amendé"),
	committee.VerbReject:    regular("rejeter", "rejeté"),
	committee.VerbDefer:     regular("ajourner", "ajourné"),
	committee.VerbWithdraw:  regular("retirer", "retiré"),
	committee.VerbReopen:    regular("rouvrir", "rouvert"),
	committee.VerbStart:     regular("démarrer", "démarré"),
	committee.VerbBlock:     {"déclarer le blocage", "déclaré bloqué", "déclarée bloquée", cannot("déclarer le blocage")},
	committee.VerbResume:    regular("reprendre", "repris"),
	committee.VerbDeclare:   {"déclarer la réalisation", "déclaré réalisé", "déclarée réalisée", cannot("déclarer la réalisation")},
	committee.VerbValidate:  regular("valider", "validé"),
	committee.VerbReturn:    {"remettre en cours", "remis en cours", "remise en cours", cannot("remettre en cours")},
	committee.VerbAbandon:   regular("abandonner", "abandonné"),
	committee.VerbExtend:    invariable("reporter l’échéance", "échéance reportée"),
	committee.VerbReport:    invariable("faire le point", "point d’avancement déclaré"),
	committee.VerbConfirm:   regular("se prononcer", "examiné"),
	committee.VerbConvene:   regular("convoquer", "convoqué"),
	committee.VerbOpen:      invariable("ouvrir la séance", "séance ouverte"),
	committee.VerbTakeUp:    regular("aborder", "abordé"),
	committee.VerbSuspend:   regular("suspendre", "suspendu"),
	committee.VerbAttend:    invariable("relever les présences", "présence relevée"),
	committee.VerbCapture:   {"ajouter une ligne", "noté en séance", "notée en séance", cannot("ajouter une ligne")},
	committee.VerbTurn:      invariable("changer la nature", "nature changée"),
	committee.VerbAdjourn:   invariable("lever la séance", "séance levée"),
	committee.VerbPostpone:  regular("reporter", "reporté"),
	committee.VerbCancel:    regular("annuler", "annulé"),
	committee.VerbMove:      regular("déplacer", "déplacé"),
	committee.VerbPrepare:   regular("préparer", "préparé"),
	committee.VerbSettle:    invariable("noter la suite donnée", "suite donnée notée"),
	committee.VerbCirculate: regular("diffuser", "diffusé"),
	committee.VerbSign:      regular("signer", "signé"),
	committee.VerbCorrect:   regular("corriger", "corrigé"),
	committee.VerbExamine:   regular("noter l’examen", "examiné"),
	committee.VerbEnforce:   {"mettre en vigueur", "mis en vigueur", "mise en vigueur", cannot("mettre en vigueur")},
	committee.VerbRepeal:    regular("abroger", "abrogé"),
	committee.VerbEnd:       regular("mettre fin au mandat", "terminé"),
	committee.VerbLoad:      regular("charger", "chargé"),
	committee.VerbUndo:      invariable("annuler la modification", "modification annulée"),
	committee.VerbRedo:      invariable("rétablir la modification", "modification rétablie"),
}

var verbEnglish = map[committee.Verb]VerbWords{
	committee.VerbAdd:       verb("add", "added"),
	committee.VerbRevise:    verb("edit", "edited"),
	committee.VerbArchive:   verb("archive", "archived"),
	committee.VerbRestore:   verb("restore", "restored"),
	committee.VerbAdopt:     verb("adopt", "adopted"),
	committee.VerbAmend:     verb("amend", "amended"),
	committee.VerbReject:    verb("reject", "rejected"),
	committee.VerbDefer:     verb("defer", "deferred"),
	committee.VerbWithdraw:  verb("withdraw", "withdrawn"),
	committee.VerbReopen:    verb("reopen", "reopened"),
	committee.VerbStart:     verb("start", "started"),
	committee.VerbBlock:     verb("block", "blocked"),
	committee.VerbResume:    verb("resume", "resumed"),
	committee.VerbDeclare:   verb("declare done", "declared done"),
	committee.VerbValidate:  verb("validate", "validated"),
	committee.VerbReturn:    verb("put back in progress", "put back in progress"),
	committee.VerbAbandon:   verb("abandon", "abandoned"),
	committee.VerbExtend:    verb("extend the due date", "due date extended"),
	committee.VerbReport:    verb("report progress", "progress reported"),
	committee.VerbConfirm:   verb("rule on the report", "ruled on"),
	committee.VerbConvene:   verb("convene", "convened"),
	committee.VerbOpen:      verb("open the session", "session opened"),
	committee.VerbTakeUp:    verb("take up", "taken up"),
	committee.VerbSuspend:   verb("suspend", "suspended"),
	committee.VerbAttend:    verb("note attendance", "attendance noted"),
	committee.VerbCapture:   verb("add a line", "noted in session"),
	committee.VerbTurn:      verb("change the kind", "kind changed"),
	committee.VerbAdjourn:   verb("adjourn the session", "session adjourned"),
	committee.VerbPostpone:  verb("postpone", "postponed"),
	committee.VerbCancel:    verb("cancel", "cancelled"),
	committee.VerbMove:      verb("move", "moved"),
	committee.VerbPrepare:   verb("prepare", "prepared"),
	committee.VerbSettle:    verb("note the outcome", "outcome noted"),
	committee.VerbCirculate: verb("circulate", "circulated"),
	committee.VerbSign:      verb("sign", "signed"),
	committee.VerbCorrect:   verb("correct", "corrected"),
	committee.VerbExamine:   verb("note the examination", "examined"),
	committee.VerbEnforce:   verb("bring into force", "brought into force"),
	committee.VerbRepeal:    verb("repeal", "repealed"),
	committee.VerbEnd:       verb("end the mandate", "ended"),
	committee.VerbLoad:      verb("load", "loaded"),
	committee.VerbUndo:      verb("undo the change", "change undone"),
	committee.VerbRedo:      verb("make the change again", "change made again"),
}

func verb(do, done string) VerbWords {
	return VerbWords{Do: do, Done: done, DoneFeminine: done, Cannot: "Cannot " + do}
}
