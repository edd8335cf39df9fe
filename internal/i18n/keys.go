package i18n

// KeyWord says what a key does: Short stands in the footer, Long in the help
// and in the README's table.
type KeyWord struct{ Short, Long string }

// KeyGroups names the groups of the help.
type KeyGroups struct {
	Everywhere, Lists, Pages, Forms, Proposals, Progress, Meetings, Agenda, Guidelines, Directory string
	Conflicts, Session                                                                            string
	PanelGroups
}

// KeyWords are the words of every key.
type KeyWords struct {
	Groups KeyGroups

	Move, Open, Back, Quit, Help, Language, Go, Places, Home             KeyWord
	Top, Bottom, PageUp, PageDown, Filter, Sort, Reverse                 KeyWord
	Scope, Archived, New, Edit, Archive, Restore, Tab                    KeyWord
	NextField, PreviousField, SaveForm, LeaveForm, NewInField            KeyWord
	Choose, NewLine, Begin, CompletionTake, Editor                       KeyWord
	Adopt, Amend, Reject, Defer, Withdraw, MakeAction                    KeyWord
	Start, Block, Declare, Validate, Return, Abandon, Reopen             KeyWord
	Extend, Report, Confirm                                              KeyWord
	Convene, OpenSession, Adjourn, Postpone, Cancel, Reconvene           KeyWord
	Circulate, AdoptMinutes, Sign, Correct                               KeyWord
	AddItem, AddAttendance, AddEntry, MoveUp, MoveDown                   KeyWord
	Dealt, PutOff, WithdrawItem, Refer, Pending                          KeyWord
	Examine, AdoptGuideline, Enforce, Revise, Repeal                     KeyWord
	AddArticle, AddRecommendation, AddDecision                           KeyWord
	AddMandate, EndMandate, AddFunction, AddAxis, SameIdentity           KeyWord
	Copies                                                               KeyWord
	Drafts                                                               KeyWord
	Palette                                                              KeyWord
	Search                                                               KeyWord
	Undo, Redo, History, Narrow                                          KeyWord
	AllSaved, SaveAs, TakeMine, TakeTheirs, TakeBoth, AllMine, AllTheirs KeyWord
	PanelKeys
	// Names are the keys that a keyboard of the language calls otherwise.
	Names map[string]string

	Tick, PrepareNow, PrepareAgenda, Expect, CallAgain KeyWord
	Backlog, PutOnAgenda                               KeyWord
	SessionKeys
}

var keysFrench = KeyWords{
	Groups: KeyGroups{
		Everywhere: "Partout", Lists: "Dans une liste", Pages: "Sur une fiche", Forms: "Dans un formulaire",
		Proposals: "Recommandations et décisions", Progress: "Mise en œuvre (actions, recommandations)",
		Meetings: "Réunions", Agenda: "Points de l’ordre du jour", Guidelines: "Lignes directrices et articles", Directory: "Répertoire",
		Conflicts: "Deux versions d’une fiche", Session: "En séance", PanelGroups: panelGroupsFrench,
	},
	Names:     map[string]string{"esc": "échap", "space": "espace", "pgdn": "pg suiv", "pgup": "pg préc", "shift+tab": "maj+tab", "home": "début", "end": "fin", "backspace": "retour arr."},
	PanelKeys: panelKeysFrench, SessionKeys: sessionKeysFrench,
	Undo:     KeyWord{"annuler", "annuler sa dernière modification\u00a0: une question dit d’abord laquelle"},
	Redo:     KeyWord{"refaire", "refaire ce que l’on vient d’annuler"},
	History:  KeyWord{"historique", "l’historique de la fiche\u00a0: qui a changé quoi, quand et pourquoi"},
	Narrow:   KeyWord{"lignes", "choisir les lignes du journal\u00a0: par qui, de quelle nature, depuis quand"},
	Search:   KeyWord{"chercher", "chercher des mots ou une référence dans tout le fichier"},
	Palette:  KeyWord{"commandes", "chercher une commande ou un écran par ses mots"},
	AllSaved: KeyWord{"enregistré", "dire si tout est enregistré (chaque modification l’est aussitôt)"},
	SaveAs:   KeyWord{"enregistrer sous", "enregistrer tout le fichier sous un autre nom, et continuer dans celui-là"},

	TakeMine:   KeyWord{"mon texte", "garder son propre texte"},
	TakeTheirs: KeyWord{"fichier", "prendre le texte du fichier"},
	TakeBoth:   KeyWord{"les deux", "mettre les deux textes l’un après l’autre, pour les réunir à la main"},
	AllMine:    KeyWord{"tout mien", "garder son propre texte partout"},
	AllTheirs:  KeyWord{"tout fichier", "prendre le texte du fichier partout"},

	Move:     KeyWord{"choisir", "monter, descendre"},
	Open:     KeyWord{"ouvrir", "ouvrir ce qui est choisi, suivre le lien"},
	Back:     KeyWord{"retour", "revenir à l’écran précédent\u202f; effacer le filtre"},
	Quit:     KeyWord{"quitter", "quitter suivi"},
	Help:     KeyWord{"aide", "les touches de cet écran"},
	Language: KeyWord{"English", "passer du français à l’anglais et inversement"},
	Go:       KeyWord{"aller", "aller à un registre\u00a0: g puis sa lettre"},
	Places:   KeyWord{"registres", "aller à un registre par son numéro (0\u00a0: accueil)"},
	Home:     KeyWord{"accueil", "revenir à l’accueil"},
	Top:      KeyWord{"début", "aller à la première ligne"},
	Bottom:   KeyWord{"fin", "aller à la dernière ligne"},
	PageUp:   KeyWord{"page préc.", "remonter d’une page"},
	PageDown: KeyWord{"page suiv.", "descendre d’une page"},
	Filter:   KeyWord{"filtre", "filtrer la liste au fil de la frappe"},
	Sort:     KeyWord{"trier", "trier selon la colonne suivante"},
	Reverse:  KeyWord{"inverser", "inverser l’ordre du tri"},
	Scope:    KeyWord{"vue", "passer à la vue suivante\u00a0: toutes, en retard, bloquées…"},
	Archived: KeyWord{"archives", "montrer les fiches archivées, ou revenir aux autres"},
	New:      KeyWord{"créer", "créer une fiche"},
	Edit:     KeyWord{"modifier", "modifier la fiche"},
	Archive:  KeyWord{"archiver", "archiver la fiche\u00a0: elle sort des listes, rien n’est effacé"},
	Restore:  KeyWord{"rétablir", "rétablir une fiche archivée"},
	Tab:      KeyWord{"onglet", "passer à l’onglet suivant"},

	NextField:      KeyWord{"suivant", "champ suivant (entrée aussi\u202f; sur le dernier, elle enregistre)"},
	PreviousField:  KeyWord{"préc.", "champ précédent"},
	SaveForm:       KeyWord{"enregistrer", "enregistrer"},
	LeaveForm:      KeyWord{"quitter", "quitter\u202f; une saisie non enregistrée est signalée"},
	NewInField:     KeyWord{"créer", "créer ce que la liste ne contient pas encore"},
	Choose:         KeyWord{"choisir", "choisir une valeur\u202f; sa première lettre aussi"},
	NewLine:        KeyWord{"à la ligne", "aller à la ligne dans un texte long"},
	Editor:         KeyWord{"éditeur", "écrire un texte long dans son éditeur (variable VISUAL ou EDITOR)"},
	Begin:          KeyWord{"commencer", "commencer avec ce qui est choisi"},
	CompletionTake: KeyWord{"retenir", "retenir la suggestion choisie"},

	Adopt:      KeyWord{"adopter", "adopter"},
	Amend:      KeyWord{"amender", "adopter avec amendements\u202f; amender un texte adopté par une nouvelle version"},
	Reject:     KeyWord{"rejeter", "rejeter, avec le motif"},
	Defer:      KeyWord{"ajourner", "ajourner"},
	Withdraw:   KeyWord{"retirer", "retirer la proposition"},
	MakeAction: KeyWord{"action", "inscrire à la feuille de route une action qui en découle"},

	Start:    KeyWord{"démarrer", "démarrer, ou reprendre ce qui était bloqué"},
	Block:    KeyWord{"bloquer", "déclarer bloquée, avec la cause et le motif"},
	Declare:  KeyWord{"réalisée", "déclarer réalisée\u202f; reste à valider"},
	Validate: KeyWord{"valider", "valider ce qui est déclaré réalisé"},
	Return:   KeyWord{"refuser", "ne pas valider\u00a0: remettre en cours, avec le motif"},
	Abandon:  KeyWord{"abandonner", "abandonner, avec le motif"},
	Reopen:   KeyWord{"rouvrir", "rouvrir ce qui était validé ou abandonné"},
	Extend:   KeyWord{"reporter", "reporter l’échéance\u202f; la première est conservée"},
	Report:   KeyWord{"avancement", "faire le point\u00a0: état déclaré, taux, justificatif"},
	Confirm:  KeyWord{"confirmer", "confirmer ou non le dernier point d’avancement"},

	Convene:       KeyWord{"convoquer", "convoquer\u00a0: date d’envoi de la convocation"},
	OpenSession:   KeyWord{"séance", "ouvrir la séance\u202f; y revenir quand elle est ouverte"},
	Adjourn:       KeyWord{"lever", "lever la séance"},
	Postpone:      KeyWord{"reporter", "reporter la réunion à une autre date"},
	Cancel:        KeyWord{"annuler", "annuler la réunion, avec le motif"},
	Reconvene:     KeyWord{"rouvrir", "rouvrir la séance pour correction, avant diffusion du PV"},
	Circulate:     KeyWord{"diffuser", "diffuser le projet de procès-verbal"},
	AdoptMinutes:  KeyWord{"adopter le PV", "adopter le procès-verbal, lors d’une réunion ultérieure"},
	Sign:          KeyWord{"signer le PV", "noter la signature du procès-verbal"},
	Correct:       KeyWord{"correctif", "joindre un acte correctif à un procès-verbal adopté"},
	AddItem:       KeyWord{"point", "ajouter un point à l’ordre du jour"},
	AddAttendance: KeyWord{"présence", "ajouter une ligne à la liste de présence"},
	AddEntry:      KeyWord{"mention", "ajouter une mention au procès-verbal"},
	MoveUp:        KeyWord{"monter", "monter le point dans l’ordre du jour"},
	MoveDown:      KeyWord{"descendre", "descendre le point dans l’ordre du jour"},
	Dealt:         KeyWord{"traité", "noter le point comme traité"},
	PutOff:        KeyWord{"reporter", "reporter le point à la prochaine réunion"},
	WithdrawItem:  KeyWord{"retirer", "retirer le point de l’ordre du jour"},
	Refer:         KeyWord{"renvoyer", "renvoyer le point à un groupe de travail"},
	Pending:       KeyWord{"à traiter", "remettre le point à traiter"},

	Examine:           KeyWord{"examiner", "noter l’examen en groupe de travail"},
	AdoptGuideline:    KeyWord{"adopter", "adopter la ligne directrice et ses articles"},
	Enforce:           KeyWord{"en vigueur", "mettre en vigueur"},
	Revise:            KeyWord{"réviser", "mettre en révision, avec le motif"},
	Repeal:            KeyWord{"abroger", "abroger, avec le motif"},
	AddArticle:        KeyWord{"article", "ajouter un article"},
	AddRecommendation: KeyWord{"recomm.", "proposer une recommandation qui en découle"},
	AddDecision:       KeyWord{"décision", "inscrire une décision qui en découle"},

	AddMandate:   KeyWord{"mandat", "nommer quelqu’un à cette fonction"},
	EndMandate:   KeyWord{"terminer", "mettre fin au mandat choisi"},
	AddFunction:  KeyWord{"fonction", "ajouter une fonction à cette structure"},
	AddAxis:      KeyWord{"axe", "ajouter un axe ou un thème"},
	SameIdentity: KeyWord{"qui suis-je", "dire qui l’on est"},
	Copies:       KeyWord{"copies", "choisir combien de copies du jour garder"},
	Drafts:       KeyWord{"brouillons", "reprendre une saisie non enregistrée"},

	Tick:          KeyWord{"cocher", "cocher ou décocher ce qui est choisi"},
	PrepareNow:    KeyWord{"préparer", "inscrire à l’ordre du jour ce qui est coché"},
	PrepareAgenda: KeyWord{"préparer", "préparer l’ordre du jour\u00a0: points habituels, procès-verbaux à adopter, affaires découlant, points en attente"},
	Expect:        KeyWord{"attendus", "inscrire à la liste de présence ceux qui sont attendus, selon les mandats"},
	CallAgain:     KeyWord{"2e convoc.", "convoquer une seconde fois une réunion qui n’a pas eu son quorum"},
	Backlog:       KeyWord{"points proposés", "ouvrir la liste des points proposés"},
	PutOnAgenda:   KeyWord{"inscrire", "inscrire le point proposé à l’ordre du jour d’une réunion"},
}

var keysEnglish = KeyWords{
	Groups: KeyGroups{
		Everywhere: "Everywhere", Lists: "In a list", Pages: "On a page", Forms: "In a form",
		Proposals: "Recommendations and decisions", Progress: "Implementation (actions, recommendations)",
		Meetings: "Meetings", Agenda: "Agenda items", Guidelines: "Guidelines and articles", Directory: "Directory",
		Conflicts: "Two versions of a record", Session: "In session", PanelGroups: panelGroupsEnglish,
	},
	Names:     map[string]string{"esc": "esc", "space": "space", "pgdn": "pgdn", "pgup": "pgup", "shift+tab": "shift+tab", "home": "home", "end": "end", "backspace": "backspace"},
	PanelKeys: panelKeysEnglish, SessionKeys: sessionKeysEnglish,
	Undo:     KeyWord{"undo", "undo your last change: a question says which one first"},
	Redo:     KeyWord{"redo", "make again what was just undone"},
	History:  KeyWord{"history", "the history of the record: who changed what, when and why"},
	Narrow:   KeyWord{"lines", "choose the lines of the journal: by whom, of what kind, since when"},
	Search:   KeyWord{"search", "look for words or a reference in the whole file"},
	Palette:  KeyWord{"commands", "find a command or a screen by its words"},
	AllSaved: KeyWord{"saved", "say whether all is saved (every change is, at once)"},
	SaveAs:   KeyWord{"save as", "save the whole file under another name, and go on in that one"},

	TakeMine:   KeyWord{"mine", "keep your own text"},
	TakeTheirs: KeyWord{"file’s", "take the text of the file"},
	TakeBoth:   KeyWord{"both", "put the two texts one after the other, to be merged by hand"},
	AllMine:    KeyWord{"all mine", "keep your own text everywhere"},
	AllTheirs:  KeyWord{"all file’s", "take the text of the file everywhere"},

	Move:     KeyWord{"choose", "up, down"},
	Open:     KeyWord{"open", "open what is chosen, follow the link"},
	Back:     KeyWord{"back", "back to the previous screen; clear the filter"},
	Quit:     KeyWord{"quit", "quit suivi"},
	Help:     KeyWord{"help", "the keys of this screen"},
	Language: KeyWord{"français", "switch between French and English"},
	Go:       KeyWord{"go", "go to a register: g, then its letter"},
	Places:   KeyWord{"registers", "go to a register by its number (0: home)"},
	Home:     KeyWord{"home", "back to the home screen"},
	Top:      KeyWord{"top", "go to the first line"},
	Bottom:   KeyWord{"end", "go to the last line"},
	PageUp:   KeyWord{"page up", "one page up"},
	PageDown: KeyWord{"page down", "one page down"},
	Filter:   KeyWord{"filter", "filter the list as you type"},
	Sort:     KeyWord{"sort", "sort by the next column"},
	Reverse:  KeyWord{"reverse", "reverse the order"},
	Scope:    KeyWord{"view", "go to the next view: all, late, blocked…"},
	Archived: KeyWord{"archives", "show archived records, or the others again"},
	New:      KeyWord{"new", "add a record"},
	Edit:     KeyWord{"edit", "edit the record"},
	Archive:  KeyWord{"archive", "archive the record: out of the lists, nothing is deleted"},
	Restore:  KeyWord{"restore", "restore an archived record"},
	Tab:      KeyWord{"next list", "go to the next list of the page"},

	NextField:      KeyWord{"next", "next field (enter too; on the last one it saves)"},
	PreviousField:  KeyWord{"previous", "previous field"},
	SaveForm:       KeyWord{"save", "save"},
	LeaveForm:      KeyWord{"leave", "leave; it asks first when something is not saved"},
	NewInField:     KeyWord{"add", "add what the list does not hold yet"},
	Choose:         KeyWord{"choose", "choose a value; its first letter too"},
	NewLine:        KeyWord{"new line", "start a new line in a long text"},
	Editor:         KeyWord{"editor", "write a long text in your own editor (variable VISUAL or EDITOR)"},
	Begin:          KeyWord{"begin", "begin with what is chosen"},
	CompletionTake: KeyWord{"take", "take the chosen suggestion"},

	Adopt:      KeyWord{"adopt", "adopt"},
	Amend:      KeyWord{"amend", "adopt as amended; amend an adopted text by a new version"},
	Reject:     KeyWord{"reject", "reject, with the reason"},
	Defer:      KeyWord{"defer", "defer"},
	Withdraw:   KeyWord{"withdraw", "withdraw the proposal"},
	MakeAction: KeyWord{"action", "put an action that follows from it on the roadmap"},

	Start:    KeyWord{"start", "start, or resume what was blocked"},
	Block:    KeyWord{"block", "declare it blocked, with the cause and the reason"},
	Declare:  KeyWord{"done", "declare it done; still to be validated"},
	Validate: KeyWord{"validate", "validate what is declared done"},
	Return:   KeyWord{"return", "do not validate: put back in progress, with the reason"},
	Abandon:  KeyWord{"abandon", "abandon, with the reason"},
	Reopen:   KeyWord{"reopen", "reopen what was validated or abandoned"},
	Extend:   KeyWord{"extend", "extend the due date; the first one is kept"},
	Report:   KeyWord{"report", "report progress: declared state, percentage, evidence"},
	Confirm:  KeyWord{"confirm", "confirm the last progress report, or not"},

	Convene:       KeyWord{"convene", "convene: the date the notice was sent"},
	OpenSession:   KeyWord{"session", "open the session; go back to it once it is open"},
	Adjourn:       KeyWord{"adjourn", "adjourn the session"},
	Postpone:      KeyWord{"postpone", "move the meeting to another date"},
	Cancel:        KeyWord{"cancel", "cancel the meeting, with the reason"},
	Reconvene:     KeyWord{"reopen", "reopen the session for a correction, before the minutes circulate"},
	Circulate:     KeyWord{"circulate", "circulate the draft minutes"},
	AdoptMinutes:  KeyWord{"adopt minutes", "adopt the minutes, at a later meeting"},
	Sign:          KeyWord{"sign minutes", "note the signing of the minutes"},
	Correct:       KeyWord{"corrective act", "link a corrective act to adopted minutes"},
	AddItem:       KeyWord{"item", "add an agenda item"},
	AddAttendance: KeyWord{"attendance", "add a line to the attendance list"},
	AddEntry:      KeyWord{"minute", "add a line to the minutes"},
	MoveUp:        KeyWord{"move up", "move the item up the agenda"},
	MoveDown:      KeyWord{"move down", "move the item down the agenda"},
	Dealt:         KeyWord{"dealt with", "mark the item as dealt with"},
	PutOff:        KeyWord{"postpone", "postpone the item to the next meeting"},
	WithdrawItem:  KeyWord{"withdraw", "withdraw the item from the agenda"},
	Refer:         KeyWord{"refer", "refer the item to a working group"},
	Pending:       KeyWord{"pending", "mark the item as pending again"},

	Examine:           KeyWord{"examine", "note its examination in the working group"},
	AdoptGuideline:    KeyWord{"adopt", "adopt the guideline and its articles"},
	Enforce:           KeyWord{"in force", "bring into force"},
	Revise:            KeyWord{"revise", "put under revision, with the reason"},
	Repeal:            KeyWord{"repeal", "repeal, with the reason"},
	AddArticle:        KeyWord{"article", "add an article"},
	AddRecommendation: KeyWord{"recomm.", "propose a recommendation that follows from it"},
	AddDecision:       KeyWord{"decision", "enter a decision that follows from it"},

	AddMandate:   KeyWord{"mandate", "appoint somebody to this function"},
	EndMandate:   KeyWord{"end mandate", "end the chosen mandate"},
	AddFunction:  KeyWord{"function", "add a function to this institution"},
	AddAxis:      KeyWord{"axis", "add an axis or a theme"},
	SameIdentity: KeyWord{"who am I", "say who you are"},
	Copies:       KeyWord{"copies", "choose how many copies of the day are kept"},
	Drafts:       KeyWord{"drafts", "resume an entry that was not saved"},

	Tick:          KeyWord{"tick", "tick what is chosen, or take the tick away"},
	PrepareNow:    KeyWord{"prepare", "put what is ticked on the agenda"},
	PrepareAgenda: KeyWord{"prepare", "prepare the agenda: usual items, minutes to adopt, matters arising, items that wait"},
	Expect:        KeyWord{"expected", "put those who are expected by their mandates on the attendance list"},
	CallAgain:     KeyWord{"2nd notice", "call on second notice a meeting that did not have its quorum"},
	Backlog:       KeyWord{"proposed items", "open the list of proposed items"},
	PutOnAgenda:   KeyWord{"put on", "put the proposed item on the agenda of a meeting"},
}

// Key is a key as the footer and the help write it, by its name on a keyboard of
// the language.
func (l *Locale) Key(name string) string {
	if said := l.Words.Keys.Names[name]; said != "" {
		return said
	}
	return name
}
