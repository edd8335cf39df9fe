package i18n

// PaperWords are what the command that writes the papers on a meeting says.
type PaperWords struct {
	Command CommandWord
	// Meeting and Path stand for what is to be typed.
	Meeting, Path               string
	Record, Format, Out, Force  string // what the options do
	Wanted                      string
	NoMeeting, NoneHeld, Unheld string
	Known                       string // the meetings that there are something to write of
	SeveralHeld                 string // takes a day, and the meetings of it
	Taken                       string // takes the meeting that stands for the last, and its state
	Written                     string
	OutputLost                  string
}

var paperFrench = PaperWords{
	Command: CommandWord{
		"écrire le procès-verbal d’une réunion",
		"Écrit le procès-verbal d’une réunion, ou son relevé de décisions, dans la langue de la réunion. %s est le numéro de la réunion " +
			"(01/2018), un de ses jours (2018-01-18 ou 18/01/2018), son identifiant, ou «\u00a0dernière\u00a0» pour celle qui est en séance, à défaut la dernière levée\u202f; " +
			"laquelle, la sortie d’erreur le dit. Le texte va sur la sortie standard, à moins que --out ne dise où. " +
			"Un fichier existant n’est remplacé qu’avec --force, et celui d’un comité ne l’est jamais.",
	},
	Meeting: "RÉUNION", Path: "CHEMIN",
	Record: "le relevé de décisions, à la place du procès-verbal", Format: "Markdown, ou texte de 78 colonnes",
	Out: "le fichier à créer\u202f; «\u00a0-\u00a0» désigne la sortie standard", Force: "remplacer le document s’il existe",
	Wanted:      "il faut dire quel fichier, puis quelle réunion.",
	NoMeeting:   "aucune réunion n’a «\u00a0%s\u00a0» pour numéro, pour jour ni pour identifiant dans ce fichier.",
	NoneHeld:    "aucune réunion n’a encore été ouverte dans ce fichier.",
	Unheld:      "la réunion «\u00a0%s\u00a0» n’a pas été ouverte, il n’y a rien à en écrire.",
	Known:       "Réunions tenues\u00a0: %s.",
	SeveralHeld: "«\u00a0%[1]s\u00a0» est le jour de plusieurs réunions\u00a0: %[2]s. Désignez l’une d’elles par son numéro ou son identifiant.",
	Taken:       "la réunion retenue est %[1]s, %[2]s.",
	Written:     "Document écrit\u00a0: %s",
	OutputLost:  "la sortie n’a pas pu tout recevoir (disque plein\u202f?), le document est incomplet. Faites de la place, puis recommencez.",
}

var paperEnglish = PaperWords{
	Command: CommandWord{
		"write the minutes of a meeting",
		"Writes the minutes of a meeting, or its record of decisions, in the language of the meeting. %s is the number of the meeting " +
			"(01/2018), one of its days (2018-01-18 or 18/01/2018), its identifier, or “last” for the one in session, else the last one adjourned; " +
			"the standard error says which. The text goes to the standard output unless --out says where. " +
			"An existing file is replaced only with --force, and that of a committee never is.",
	},
	Meeting: "MEETING", Path: "PATH",
	Record: "the record of decisions, in place of the minutes", Format: "Markdown, or text of 78 columns",
	Out: "the file to create; “-” is the standard output", Force: "replace the document if it exists",
	Wanted:      "say which file, then which meeting.",
	NoMeeting:   "no meeting in this file has “%s” for its number, day or identifier.",
	NoneHeld:    "no meeting was opened in this file yet.",
	Unheld:      "the meeting “%s” was not opened, there is nothing to write of it.",
	Known:       "Meetings held: %s.",
	SeveralHeld: "“%[1]s” is the day of several meetings: %[2]s. Name one of them by its number or identifier.",
	Taken:       "the meeting taken is %[1]s, %[2]s.",
	Written:     "Document written: %s",
	OutputLost:  "the output did not take everything (is the disk full?), the document is incomplete. Make room, then try again.",
}
