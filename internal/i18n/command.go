package i18n

// CommandWord is a command as the help presents it: Short stands in the list
// of commands, Long at the head of its own page.
type CommandWord struct{ Short, Long string }

// OptionWords say what each option of the command line does.
type OptionWords struct {
	Lang, As, ReadOnly, Color, ASCII, Starter, Version, Help string
}

// CommandWords are what the command line says: help, refusals, results.
type CommandWords struct {
	// Said is how a message starts: the program's name, then the sentence.
	Said string

	Usage, Commands, Options, Starters string
	// File, Command and Person stand for what is to be typed.
	File, Command, Person string

	Root, Init, Check, Version, Help CommandWord
	Option                           OptionWords

	UnknownOption, OptionNeedsValue, BadOptionValue, BadOption string
	Allowed                                                    string // the values that may be given
	BadClock                                                   string
	NoSuchFileOrCommand, NoSuchCommand, Near                   string
	// LastGone names the file that was opened last and the default one.
	LastGone                     string
	TooMuch, TooMany, FileWanted string
	SeeHelp                      string

	NoTerminal               string
	NobodyCalled, Nearby     string // a name that nobody in the file has; the names like it
	SeveralCalled            string
	Created                  string
	Loaded                   Plural
	Sound                    string
	Findings                 Plural
	Crashed, Kept            string
	Development, VersionLine string
	Setting                  SettingWords
}

// SettingWords say what is wrong with the user's settings.
type SettingWords struct {
	Unreadable, NotOurs, Garbled, GarbledAt, BadValue string
	// Defaults follows each: what happens then.
	Defaults string
	NotSaved string
}

var commandFrench = CommandWords{
	Said:  "suivi\u00a0: %s",
	Usage: "Utilisation", Commands: "Commandes", Options: "Options", Starters: "Contenus de départ",
	File: "FICHIER", Command: "COMMANDE", Person: "PERSONNE",

	Root: CommandWord{
		"le suivi d’un comité de coordination",
		"suivi tient la mémoire d’un comité de coordination\u00a0: réunions, recommandations, décisions, feuille de route, lignes directrices. " +
			"Sans %[1]s, il ouvre le fichier que désigne la variable SUIVI_FILE, à défaut le dernier ouvert, à défaut %[2]s.",
	},
	Init: CommandWord{
		"créer un fichier",
		"Crée un fichier et y met un contenu de départ. Un fichier existant n’est jamais remplacé.",
	},
	Check: CommandWord{
		"vérifier un fichier",
		"Vérifie qu’un fichier est lisible, que ses fiches sont cohérentes et que rien n’a été altéré. Rien n’est écrit, hormis l’index de la recherche quand --rebuild-search le demande. " +
			"Le code de sortie est 1 quand il y a quelque chose à signaler.",
	},
	Version: CommandWord{"afficher la version", "Affiche la version du programme."},
	Help:    CommandWord{"afficher l’aide d’une commande", "Affiche l’aide du programme ou d’une commande."},
	Option: OptionWords{
		Lang:     "langue de l’écran",
		As:       "qui vous êtes\u00a0: le nom d’une personne du fichier, ou son identifiant",
		ReadOnly: "tout lire sans rien pouvoir modifier",
		Color:    "couleurs\u00a0: selon le terminal, toujours ou jamais",
		ASCII:    "n’employer que les signes présents sur tous les terminaux",
		Starter:  "contenu de départ",
		Version:  "afficher la version",
		Help:     "afficher cette aide",
	},

	UnknownOption:       "l’option %s n’existe pas.",
	OptionNeedsValue:    "l’option %s attend une valeur.",
	BadOptionValue:      "l’option %[1]s n’accepte pas «\u00a0%[2]s\u00a0».",
	BadOption:           "l’option «\u00a0%s\u00a0» est mal écrite.",
	Allowed:             "Valeurs possibles\u00a0: %s.",
	BadClock:            "Il faut une date et une heure, par exemple %s.",
	LastGone:            "le dernier fichier ouvert, «\u00a0%s\u00a0», n’est plus là. Il faut dire lequel ouvrir\u202f; par défaut, c’est «\u00a0%s\u00a0».",
	NoSuchFileOrCommand: "«\u00a0%s\u00a0» n’est ni un fichier ni une commande.",
	NoSuchCommand:       "aucune commande ne s’appelle «\u00a0%s\u00a0».",
	Near:                "Vouliez-vous dire «\u00a0%s\u00a0»\u202f?",
	TooMuch:             "«\u00a0%s\u00a0» est de trop.",
	TooMany:             "«\u00a0%s\u00a0» est de trop\u00a0: un seul fichier à la fois.",
	FileWanted:          "il faut dire quel fichier créer.",
	SeeHelp:             "Pour l’aide\u00a0: %s",

	NoTerminal:    "les écrans ont besoin d’un terminal\u00a0: l’entrée et la sortie ne peuvent pas être redirigées.",
	NobodyCalled:  "personne ne s’appelle «\u00a0%s\u00a0» dans ce fichier. Sans --as, la touche I de l’écran Paramètres permet de se présenter.",
	Nearby:        "Noms voisins\u00a0: %s.",
	SeveralCalled: "plusieurs personnes s’appellent «\u00a0%s\u00a0» dans ce fichier\u00a0: donnez l’identifiant. %s.",
	Created:       "Fichier créé\u00a0: %s",
	Loaded:        Plural{"%d fiche y a été mise (%s).", "%d fiches y ont été mises (%s)."},
	Sound:         "Le fichier «\u00a0%s\u00a0» est en ordre, rien n’a été altéré.",
	Findings:      Plural{"%d point à signaler dans «\u00a0%s\u00a0».", "%d points à signaler dans «\u00a0%s\u00a0»."},
	Crashed:       "le programme s’est arrêté sur une erreur qui vient de lui. Ce qui était enregistré est intact.",
	Kept:          "Le détail, utile à qui le corrigera, est dans %s",
	Development:   "version de développement",
	VersionLine:   "suivi, %s",
	Setting: SettingWords{
		Unreadable: "vos réglages ne peuvent pas être lus (%s).",
		NotOurs:    "ce n’est pas un fichier de réglages\u00a0: %s.",
		Garbled:    "vos réglages sont mal écrits (%s).",
		GarbledAt:  "vos réglages sont mal écrits (%s, ligne %s).",
		BadValue:   "vos réglages donnent à «\u00a0%[2]s\u00a0» une valeur qui n’existe pas (%[1]s).",
		Defaults:   "Les réglages par défaut s’appliquent\u202f; votre fichier reste tel quel, et une copie en sera gardée au premier changement.",
		NotSaved:   "vos réglages n’ont pas pu être enregistrés dans %s.",
	},
}

var commandEnglish = CommandWords{
	Said:  "suivi: %s",
	Usage: "Usage", Commands: "Commands", Options: "Options", Starters: "Starting contents",
	File: "FILE", Command: "COMMAND", Person: "PERSON",

	Root: CommandWord{
		"the follow-up of a coordination committee",
		"suivi is the memory of a coordination committee: meetings, recommendations, decisions, roadmap, guidelines. " +
			"Without %[1]s, it opens the file that the variable SUIVI_FILE names, else the last one opened, else %[2]s.",
	},
	Init: CommandWord{
		"create a file",
		"Creates a file and puts starting contents in it. An existing file is never replaced.",
	},
	Check: CommandWord{
		"check a file",
		"Checks that a file can be read, that its records are consistent and that nothing was altered. Nothing is written, except the search index when --rebuild-search asks for it. " +
			"The exit code is 1 when there is something to report.",
	},
	Version: CommandWord{"print the version", "Prints the version of the program."},
	Help:    CommandWord{"print the help of a command", "Prints the help of the program or of a command."},
	Option: OptionWords{
		Lang:     "language of the screen",
		As:       "who you are: the name of a person in the file, or their identifier",
		ReadOnly: "read everything without being able to change anything",
		Color:    "colours: as the terminal can, always or never",
		ASCII:    "use only the signs that every terminal has",
		Starter:  "starting contents",
		Version:  "print the version",
		Help:     "print this help",
	},

	UnknownOption:       "there is no option %s.",
	OptionNeedsValue:    "the option %s needs a value.",
	BadOptionValue:      "the option %[1]s does not take “%[2]s”.",
	BadOption:           "the option “%s” is not written correctly.",
	Allowed:             "It takes: %s.",
	BadClock:            "It takes a date and time, such as %s.",
	LastGone:            "the file that was opened last, “%s”, is no longer there. Say which to open; by default it is “%s”.",
	NoSuchFileOrCommand: "“%s” is neither a file nor a command.",
	NoSuchCommand:       "there is no command “%s”.",
	Near:                "Did you mean “%s”?",
	TooMuch:             "“%s” is not expected here.",
	TooMany:             "“%s” is one too many: one file at a time.",
	FileWanted:          "say which file to create.",
	SeeHelp:             "For help: %s",

	NoTerminal:    "the screens need a terminal: input and output cannot be redirected.",
	NobodyCalled:  "nobody is called “%s” in this file. Without --as, the key I of the Settings screen lets you say who you are.",
	Nearby:        "Names like it: %s.",
	SeveralCalled: "several people are called “%s” in this file: give the identifier. %s.",
	Created:       "File created: %s",
	Loaded:        Plural{"%d record was put in it (%s).", "%d records were put in it (%s)."},
	Sound:         "The file “%s” is in order, nothing was altered.",
	Findings:      Plural{"%d thing to report in “%s”.", "%d things to report in “%s”."},
	Crashed:       "the program stopped on an error of its own. What was saved is intact.",
	Kept:          "The details, for whoever will fix it, are in %s",
	Development:   "development version",
	VersionLine:   "suivi, %s",
	Setting: SettingWords{
		Unreadable: "your settings cannot be read (%s).",
		NotOurs:    "this is not a settings file: %s.",
		Garbled:    "your settings are not written correctly (%s).",
		GarbledAt:  "your settings are not written correctly (%s, line %s).",
		BadValue:   "your settings give “%[2]s” a value that does not exist (%[1]s).",
		Defaults:   "The default settings apply; your file stays as it is, and a copy will be kept at the first change.",
		NotSaved:   "your settings could not be saved in %s.",
	},
}
