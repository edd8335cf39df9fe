package i18n

// WelcomeWords are the words of the screens that meet a new file and a new
// person.
type WelcomeWords struct {
	Title, Line, NewFile, Choose, Creating string
	Packs                                  map[string]PackWords

	WhoTitle, Skip              string
	Name, Institution, Function string
	Quality                     string
	NameHelp, InstitutionHelp   string
	FunctionHelp                string
	// NameAdded and the others say of what is not in the file that saving adds it.
	NameAdded, InstitutionAdded, FunctionAdded string
	Greeting, Anonymous                        string
}

// PackWords say what a starter pack is.
type PackWords struct{ Name, About string }

var welcomeFrench = WelcomeWords{
	Title: "Bienvenue", Line: "suivi tient la mémoire d’un comité de coordination\u00a0: réunions, recommandations, décisions, feuille de route, lignes directrices.",
	NewFile: "Ce fichier n’existe pas encore\u00a0:", Choose: "Par quoi commencer\u202f?", Creating: "Création du fichier…",
	Packs: map[string]PackWords{
		"bamako-2017": {"L’atelier de Bamako (2017)", "ce que la source donne de l’atelier du 30 octobre au 2 novembre 2017, et ce qui reste à retrouver"},
		"checklist":   {"Le modèle générique", "quinze lignes directrices types pour rendre un comité opérationnel, avec un premier projet d’article"},
		"example":     {"L’exemple fictif", "une année d’un comité imaginaire, pour voir chaque écran rempli\u202f; tout y est marqué [EXEMPLE]"},
		"empty":       {"Un fichier vide", "votre comité, à saisir vous-même"},
	},
	WhoTitle: "Qui êtes-vous\u202f?",
	Skip:     "plus tard",
	Name:     "Prénoms et nom", Institution: "Structure", Function: "Fonction", Quality: "Qualité",
	NameHelp: "choisissez-vous dans la liste (espace) ou nommez-vous", InstitutionHelp: "la vôtre\u00a0: quelques lettres, ou espace pour la liste",
	FunctionHelp: "votre fonction dans cette structure",
	NameAdded:    "nouvelle personne\u00a0: elle sera ajoutée au fichier", InstitutionAdded: "nouvelle structure\u00a0: elle sera ajoutée au fichier",
	FunctionAdded: "nouvelle fonction\u00a0: elle sera ajoutée au fichier",
	Greeting:      "Bonjour %s. Vos modifications porteront votre nom.", Anonymous: "Vos modifications ne porteront pas de nom. I, dans les paramètres, permet de se présenter.",
}

var welcomeEnglish = WelcomeWords{
	Title: "Welcome", Line: "suivi is the memory of a coordination committee: meetings, recommendations, decisions, roadmap, guidelines.",
	NewFile: "This file does not exist yet:", Choose: "What do you want to start with?", Creating: "Creating the file…",
	Packs: map[string]PackWords{
		"bamako-2017": {"The Bamako workshop (2017)", "what the source gives of the workshop of 30 October to 2 November 2017, and what is still to be found"},
		"checklist":   {"The generic model", "fifteen model guidelines that make a committee operational, each with a first draft article"},
		"example":     {"The fictional example", "one year of an imaginary committee, to see every screen filled in; everything in it is marked [EXEMPLE]"},
		"empty":       {"An empty file", "your committee, for you to enter"},
	},
	WhoTitle: "Who are you?",
	Skip:     "later",
	Name:     "Full name", Institution: "Institution", Function: "Function", Quality: "Capacity",
	NameHelp: "choose yourself from the list (space) or type your name", InstitutionHelp: "yours: a few letters, or space for the list",
	FunctionHelp: "your function in that institution",
	NameAdded:    "new person: will be added to the file", InstitutionAdded: "new institution: will be added to the file",
	FunctionAdded: "new function: will be added to the file",
	Greeting:      "Hello %s. Your changes will carry your name.", Anonymous: "Your changes will carry no name. I, in the settings, lets you say who you are.",
}
