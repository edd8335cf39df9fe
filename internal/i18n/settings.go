package i18n

import "suivi/internal/committee"

// SettingsWords are the words of the committee, its rules and its axes.
type SettingsWords struct {
	NoCommittee                                     string
	Names, Documents, Rules, Numbering, Axes, You   string
	NoAxis, ChooseAxis, Nobody, File, ReadOnly      string
	Language, AliasHelp, HeaderHelp, SignatoryHelp  string
	ConfidentialityHelp, DistributionHelp           string
	Quorum, NoQuorum, QuorumHelp, Base              string
	Half, Third, TwoThirds, ThreeQuarters, Fraction string
	MoreThanHalf, Whole, HalfAndOne, AtLeast        string
	FractionRule, NumberRule, Reached               string
	BaseOf, BaseCount                               map[committee.QuorumBase]string
	Proxies, MaxProxies, Remote, CastingVote        string
	ProxiesAtMost                                   Plural
	LateItemsYes, LateItemsNo                       string
	NoticeDays, CirculationDays, Circulation        string
	Days, Actions                                   Plural
	Recommendation, Action, Decision, Meeting       string
	Example, PatternHelp                            string
	Code, Position, ArchivedAxis                    string
}

var settingsFrench = SettingsWords{
	NoCommittee: "Le comité n’est pas encore décrit\u00a0: ni nom, ni règles. Appuyez sur e pour le décrire.",
	Names:       "Le comité", Documents: "Documents", Rules: "Règles", Numbering: "Numérotation", Axes: "Axes et thèmes", You: "Vous",
	NoAxis: "Aucun axe, aucun thème. i en ajoute un.", ChooseAxis: "Choisissez d’abord un axe ou un thème.",
	Nobody: "personne pour l’instant\u00a0: vos modifications ne sont pas signées. I permet de se présenter.", File: "Fichier", ReadOnly: "lecture seule",
	Language: "Langue des documents", AliasHelp: "une appellation par ligne", HeaderHelp: "en tête des documents\u00a0: État, ministère, comité",
	SignatoryHelp:       "dans l’ordre des signatures, une par ligne",
	ConfidentialityHelp: "des PV, sauf mention propre à une réunion", DistributionHelp: "des PV, un destinataire par ligne",
	Quorum: "Quorum", NoQuorum: "aucune règle fixée", QuorumHelp: "une part (1/2, 60\u00a0%, 50\u00a0%\u00a0+\u00a01) ou un nombre (8)\u202f; vide\u00a0: aucune règle", Base: "Le quorum se compte sur",
	Half: "la moitié", Third: "le tiers", TwoThirds: "les deux tiers", ThreeQuarters: "les trois quarts", Fraction: "les %s",
	MoreThanHalf: "plus de la moitié", Whole: "la totalité", HalfAndOne: "50\u00a0%\u00a0+\u00a01", AtLeast: "%s au moins",
	FractionRule: "%[1]s %[2]s", NumberRule: "%[1]s %[2]s", Reached: "%[1]s sur %[2]s",
	BaseOf:    map[committee.QuorumBase]string{committee.BaseInstitutions: "des structures membres", committee.BaseMandates: "des titulaires en fonction"},
	BaseCount: map[committee.QuorumBase]string{committee.BaseInstitutions: "structures membres", committee.BaseMandates: "titulaires en fonction"},
	Proxies:   "Représentés comptés", MaxProxies: "Représentés par mandataire, au plus", Remote: "Présents à distance comptés", CastingVote: "Voix prépondérante",
	ProxiesAtMost: Plural{"%d au plus par mandataire", "%d au plus par mandataire"},
	LateItemsYes:  "admis si personne ne s’y oppose", LateItemsNo: "admis sans condition",
	NoticeDays: "Délai de convocation (jours)", CirculationDays: "Diffusion du PV (jours)", Circulation: "Diffusion du PV",
	Days: Plural{"%d jour", "%d jours"}, Actions: Plural{"%d action", "%d actions"},
	Recommendation: "Recommandations", Action: "Actions", Decision: "Décisions", Meeting: "Réunions",
	Example: "par exemple", PatternHelp: "{AAAA} est l’année, {NN} le numéro dans l’année",
	Code: "Code", Position: "Rang", ArchivedAxis: "archivé",
}

var settingsEnglish = SettingsWords{
	NoCommittee: "The committee is not described yet: no name, no rules. Press e to describe it.",
	Names:       "The committee", Documents: "Documents", Rules: "Rules", Numbering: "Numbering", Axes: "Axes and themes", You: "You",
	NoAxis: "No axis, no theme. i adds one.", ChooseAxis: "Choose an axis or a theme first.",
	Nobody: "nobody for now: your changes are not signed. I lets you say who you are.", File: "File", ReadOnly: "read-only",
	Language: "Language of documents", AliasHelp: "one name per line", HeaderHelp: "at the top of documents: State, ministry, committee",
	SignatoryHelp:       "in the order of signing, one per line",
	ConfidentialityHelp: "of minutes, unless a meeting says otherwise", DistributionHelp: "of minutes, one recipient per line",
	Quorum: "Quorum", NoQuorum: "no rule set", QuorumHelp: "a share (1/2, 60%, 50% + 1) or a number (8); empty: no rule", Base: "The quorum counts",
	Half: "half", Third: "one third", TwoThirds: "two thirds", ThreeQuarters: "three quarters", Fraction: "%s",
	MoreThanHalf: "more than half", Whole: "all", HalfAndOne: "50% + 1", AtLeast: "at least %s",
	FractionRule: "%[1]s %[2]s", NumberRule: "%[1]s %[2]s", Reached: "%[1]s of %[2]s",
	BaseOf:    map[committee.QuorumBase]string{committee.BaseInstitutions: "of the member institutions", committee.BaseMandates: "of the full members in office"},
	BaseCount: map[committee.QuorumBase]string{committee.BaseInstitutions: "member institutions", committee.BaseMandates: "full members in office"},
	Proxies:   "Proxies counted", MaxProxies: "Proxies per person, at most", Remote: "Remote attendance counted", CastingVote: "Casting vote",
	ProxiesAtMost: Plural{"%d at most per person", "%d at most per person"},
	LateItemsYes:  "allowed if nobody objects", LateItemsNo: "allowed without condition",
	NoticeDays: "Notice (days)", CirculationDays: "Circulation of minutes (days)", Circulation: "Circulation of minutes",
	Days: Plural{"%d day", "%d days"}, Actions: Plural{"%d action", "%d actions"},
	Recommendation: "Recommendations", Action: "Actions", Decision: "Decisions", Meeting: "Meetings",
	Example: "for example", PatternHelp: "{AAAA} or {YYYY} is the year, {NN} the number within the year",
	Code: "Code", Position: "Position", ArchivedAxis: "archived",
}
