package i18n

// ConflictWords are the words of the screen on which two people's changes to
// one record are brought together.
type ConflictWords struct {
	Title, Intro, NotSaid                string
	Choose, Origin, Mine, Theirs         string
	Undecided, UndecidedText             string
	TakesMine, TakesTheirs               string
	TakesBoth, TakenOver, Kept, Gone     string
	GoneHelp, NothingHere, Back, Nothing string
	Left                                 Plural
	Merge, NoMerge                       string
	// MergeLine is Merge for a line of the minutes, SaveBoth and LeaveBoth what its
	// keys then do.
	MergeLine, SaveBoth, LeaveBoth string
	// Prompt says under a question who changed the record and how, Form above
	// what is typed that somebody just did.
	Prompt, PromptUnknown, Form string
	By                          string
}

var conflictFrench = ConflictWords{
	Title:     "deux versions",
	Intro:     "Cette fiche a été modifiée pendant votre saisie, qui est intacte. Choisissez pour chaque rubrique (M ou F\u00a0: pour toutes), puis ctrl+s.",
	NotSaid:   "quelqu’un qui n’a pas dit son nom",
	Choose:    "À choisir",
	Origin:    "à l’origine",
	Mine:      "votre texte",
	Theirs:    "dans le fichier",
	Undecided: "à choisir\u00a0: m ou f", UndecidedText: "à choisir\u00a0: m, f ou e", TakesMine: "votre texte", TakesTheirs: "le texte du fichier",
	TakesBoth: "les deux, à réunir à la main",
	TakenOver: "Repris du fichier", Kept: "Gardé de votre saisie",
	Gone: "Ne se saisit plus ici", GoneHelp: "Cette rubrique n’est plus modifiable\u00a0: notez votre texte avant d’enregistrer, il ne sera pas repris.",
	NothingHere: "Rien de ce que montre ce formulaire n’a été modifié des deux côtés\u00a0: ctrl+s enregistre votre saisie.",
	Back:        "retour", Nothing: "rien",
	Left:      Plural{"Il reste %d rubrique à choisir.", "Il reste %d rubriques à choisir."},
	Merge:     "Les deux textes se suivent dans «\u00a0%s\u00a0»\u00a0: n’en faites qu’un, puis enregistrez.",
	MergeLine: "Les deux textes se suivent sur la ligne, n’en faites qu’un\u00a0: ⏎ ou ctrl+s l’enregistre, échap y renonce.",
	SaveBoth:  "enregistrer le texte réuni", LeaveBoth: "y renoncer",
	NoMerge:       "Cette rubrique ne peut pas recevoir les deux\u00a0: m ou f.",
	Prompt:        "%[1]s vient de modifier cette fiche (%[2]s). Enregistrez de nouveau pour appliquer votre saisie à ce qu’elle est devenue.",
	PromptUnknown: "Cette fiche vient d’être modifiée. Enregistrez de nouveau pour appliquer votre saisie à ce qu’elle est devenue.",
	Form:          "%s vient de modifier cette fiche. Votre saisie est intacte\u00a0: vous comparerez à l’enregistrement.",
	By:            "%[1]s, %[2]s",
}

var conflictEnglish = ConflictWords{
	Title:     "two versions",
	Intro:     "This record was changed while you were typing; what you typed is intact. Choose for each field (M or F: for all), then ctrl+s.",
	NotSaid:   "somebody who gave no name",
	Choose:    "To choose",
	Origin:    "at first",
	Mine:      "your text",
	Theirs:    "in the file",
	Undecided: "to choose: m or f", UndecidedText: "to choose: m, f or e", TakesMine: "your text", TakesTheirs: "the text in the file",
	TakesBoth: "both, to be merged by hand",
	TakenOver: "Taken over from the file", Kept: "Kept from what you typed",
	Gone: "No longer typed here", GoneHelp: "This field can no longer be changed: note your text before you save, it will not be taken over.",
	NothingHere: "Nothing that this form shows was changed on both sides: ctrl+s saves what you typed.",
	Back:        "back", Nothing: "nothing",
	Left:      Plural{"%d field is still to be chosen.", "%d fields are still to be chosen."},
	Merge:     "The two texts stand one after the other in “%s”: make one of them, then save.",
	MergeLine: "The two texts stand one after the other on the line, make one of them: ⏎ or ctrl+s saves it, esc leaves it.",
	SaveBoth:  "save the merged text", LeaveBoth: "leave it",
	NoMerge:       "This field cannot take both: m or f.",
	Prompt:        "%[1]s has just changed this record (%[2]s). Save again to apply what you typed to what it is now.",
	PromptUnknown: "This record has just been changed. Save again to apply what you typed to what it is now.",
	Form:          "%s has just changed this record. What you typed is intact: you will compare when you save.",
	By:            "%[1]s, %[2]s",
}
