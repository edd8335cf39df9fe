package i18n

// GenerateWords are what the command that makes a large fictional committee
// says.
type GenerateWords struct {
	Command CommandWord
	Actions string // what the option says
	// Made names the file, then the number of actions and the last day the
	// committee lived.
	Made      string
	BadNumber string // of actions
}

var generateFrench = GenerateWords{
	Command: CommandWord{
		"créer un grand comité fictif",
		"Crée un fichier et y met un grand comité inventé, pour essayer ou pour mesurer. Le même nombre d’actions donne toujours les mêmes fiches. " +
			"Un fichier existant n’est jamais remplacé.",
	},
	Actions:   "nombre d’actions",
	Made:      "Fichier créé\u00a0: %[1]s (%[2]s actions\u202f; dernier jour\u00a0: %[3]s)",
	BadNumber: "il faut un nombre d’actions compris entre %[1]s et %[2]s.",
}

var generateEnglish = GenerateWords{
	Command: CommandWord{
		"make a large fictional committee",
		"Makes a file and puts a large made-up committee into it, for trials or measurements. The same number of actions always gives the same records. " +
			"An existing file is never replaced.",
	},
	Actions:   "number of actions",
	Made:      "File made: %[1]s (%[2]s actions; last day: %[3]s)",
	BadNumber: "a number of actions between %[1]s and %[2]s is needed.",
}
