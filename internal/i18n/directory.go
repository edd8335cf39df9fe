package i18n

// DirectoryWords are the words of the institutions, their functions, the
// people who hold them and the working groups.
type DirectoryWords struct {
	Institutions, Functions, People, Groups                         string
	NoInstitutions, NoFunctions, NoPeople, NoGroups                 string
	NoFunction, AnswersFor, NoAction, Supports                      string
	Addressed, NoRecommendation                                     string
	Open, Late, Members, Recommendations                            string
	OpenActions                                                     Plural
	Today, NoHolder, HolderUnknown, HoldsNothing                    string
	Mandates, NoMandate                                             string
	MandateInForce, MandateEnded, MandateToCome, DatesUnknown       string
	End, NotAMandate, FromHelp, ToHelp, WhereFrom, CurrentHolder    string
	ActHelp, PersonHelp, Phone, ContactHelp, AcronymHelp, TitleHelp string
	OpenWork, NoOpenWork                                            string
	Chair, Meetings, NoMeeting, NoMember, GroupRecommendations      string
	GroupNoRecommendation, NoGroupAction, RapporteurUnknown         string
	WorkshopHelp, MembersHelp                                       string
}

var directoryFrench = DirectoryWords{
	Institutions: "Structures", Functions: "Fonctions", People: "Personnes", Groups: "Groupes de travail",
	NoInstitutions: "Aucune structure. n en ajoute une.",
	NoFunctions:    "Aucune fonction. n en ajoute une\u00a0: les actions relèvent d’une fonction, les personnes l’exercent pour un temps.",
	NoPeople:       "Aucune personne. n en ajoute une.",
	NoGroups:       "Aucun groupe de travail. n en ajoute un.",
	NoFunction:     "Aucune fonction. i en ajoute une.",
	AnswersFor:     "Actions dont elle répond", NoAction: "Aucune action ne relève de cette structure.", Supports: "Actions qu’elle appuie",
	Addressed: "Recommandations qui lui sont adressées", NoRecommendation: "Aucune recommandation ne lui est adressée.",
	Open: "Ouvertes", Late: "En retard", Members: "Membres", Recommendations: "Recomm.",
	OpenActions: Plural{"%d action ouverte", "%d actions ouvertes"},
	Today:       "Aujourd’hui", NoHolder: "Personne n’exerce cette fonction aujourd’hui. m nomme quelqu’un.",
	HolderUnknown: "titulaire non renseigné", HoldsNothing: "N’exerce aucune fonction aujourd’hui. m lui en confie une.",
	Mandates: "Mandats", NoMandate: "Aucun mandat. m en ajoute un.",
	MandateInForce: "en fonction", MandateEnded: "terminé", MandateToCome: "à venir", DatesUnknown: "dates non renseignées",
	End: "Mettre fin au mandat de", NotAMandate: "Choisissez d’abord un mandat sur la fiche.",
	FromHelp: "vide si le début n’est pas connu", ToHelp: "vide tant que le mandat court", WhereFrom: "sert à retrouver la fonction\u202f; peut rester vide",
	CurrentHolder: "titulaire actuel\u00a0: %s (t sur la fiche y met fin)",
	ActHelp:       "arrêté, décision ou lettre, avec son numéro", PersonHelp: "prénoms et nom", Phone: "Téléphone", ContactHelp: "adresse, téléphone, courriel du service",
	AcronymHelp: "tel qu’il figurera dans les listes", TitleHelp: "l’intitulé du poste, sans le nom de qui l’occupe",
	OpenWork: "Actions ouvertes", NoOpenWork: "Aucune action ouverte ne relève de cette fonction.",
	Chair: "Président(e)", Meetings: "Réunions du groupe", NoMeeting: "Le groupe n’a pas encore de réunion.", NoMember: "aucun membre inscrit",
	GroupRecommendations: "Recommandations du groupe", GroupNoRecommendation: "Aucune recommandation. r en propose une.",
	NoGroupAction: "Aucune action n’est confiée au groupe.", RapporteurUnknown: "rapporteur non renseigné",
	WorkshopHelp: "l’atelier pour lequel le groupe a été formé", MembersHelp: "des structures\u00a0: quelques lettres, ou espace pour la liste\u202f; ctrl+n en ajoute une",
}

var directoryEnglish = DirectoryWords{
	Institutions: "Institutions", Functions: "Functions", People: "People", Groups: "Working groups",
	NoInstitutions: "No institution. n adds one.",
	NoFunctions:    "No function. n adds one: actions belong to a function, which people hold for a time.",
	NoPeople:       "Nobody yet. n adds a person.",
	NoGroups:       "No working group. n adds one.",
	NoFunction:     "No function. i adds one.",
	AnswersFor:     "Actions it answers for", NoAction: "It answers for no action.", Supports: "Actions it supports",
	Addressed: "Recommendations addressed to it", NoRecommendation: "No recommendation is addressed to it.",
	Open: "Open", Late: "Late", Members: "Members", Recommendations: "Recomm.",
	OpenActions: Plural{"%d open action", "%d open actions"},
	Today:       "Today", NoHolder: "Nobody holds this function today. m appoints somebody.",
	HolderUnknown: "person not given", HoldsNothing: "Holds no function today. m gives one.",
	Mandates: "Mandates", NoMandate: "No mandate. m adds one.",
	MandateInForce: "in office", MandateEnded: "ended", MandateToCome: "to come", DatesUnknown: "dates not given",
	End: "End the mandate of", NotAMandate: "Choose a mandate on the page first.",
	FromHelp: "empty when the start is not known", ToHelp: "empty while the mandate runs", WhereFrom: "helps to find the function; may stay empty",
	CurrentHolder: "held now by %s (t on the page ends it)",
	ActHelp:       "order, decision or letter, with its number", PersonHelp: "given names and family name", Phone: "Telephone", ContactHelp: "address, telephone, e-mail of the office",
	AcronymHelp: "as the lists will show it", TitleHelp: "the title of the post, without the name of who holds it",
	OpenWork: "Open actions", NoOpenWork: "No open action belongs to this function.",
	Chair: "Chair", Meetings: "Meetings of the group", NoMeeting: "The group has no meeting yet.", NoMember: "no member entered",
	GroupRecommendations: "Recommendations of the group", GroupNoRecommendation: "No recommendation. r proposes one.",
	NoGroupAction: "No action is entrusted to the group.", RapporteurUnknown: "rapporteur not given",
	WorkshopHelp: "the workshop the group was formed for", MembersHelp: "institutions: a few letters, or space for the list; ctrl+n adds one",
}
