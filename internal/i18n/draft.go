package i18n

// DraftWords are the words about what was typed and not saved.
type DraftWords struct {
	// Title and Line open the list of what a program that is gone left behind,
	// Waiting the question when the same form is opened by hand.
	Title, Line         string
	Waiting             string
	Resume, Drop, Later string
	// When and By tell when a draft was typed, and by whom.
	When, By, WhenBy string
	// Nested joins a form and the one opened from it.
	DropTitle, DropLine, DropIt, KeepIt string
	Dropped, Resumed                    string
	None                                string
	// CannotKeep is said when no disk takes a draft, CanKeep when one does
	// again.
	CannotKeep, CanKeep string
	// Unusable and Broken take the path where the file now lies.
	Unusable, Broken           string
	KeepAndQuit, DropAndQuit   string
	QuitKeptLine, QuitLostLine string
}

var draftFrench = DraftWords{
	Title:   "Saisies non enregistrées",
	Line:    "Le programme s’est arrêté avant leur enregistrement\u202f; elles ont été gardées.",
	Waiting: "Une saisie non enregistrée attend ici",
	Resume:  "reprendre", Drop: "supprimer", Later: "plus tard",
	When: "le %[1]s à %[2]s", By: "par %s", WhenBy: "%[1]s, %[2]s",
	DropTitle: "Supprimer cette saisie\u202f?", DropLine: "Elle ne pourra plus être retrouvée.", DropIt: "supprimer", KeepIt: "la garder",
	Dropped: "Saisie supprimée.", Resumed: "Saisie reprise\u00a0: elle reste à enregistrer.",
	None:         "Aucune saisie non enregistrée n’attend.",
	CannotKeep:   "Le brouillon ne peut pas être gardé\u00a0: enregistrez dès que possible.",
	CanKeep:      "Le brouillon est de nouveau gardé.",
	Unusable:     "Cette saisie ne peut pas être rouverte. Elle est conservée dans %s.",
	Broken:       "Un brouillon est illisible. Il est conservé dans %s.",
	KeepAndQuit:  "garder comme brouillon et quitter",
	DropAndQuit:  "abandonner la saisie et quitter",
	QuitKeptLine: "Une saisie en cours n’est pas enregistrée. Gardée comme brouillon, elle sera proposée au retour.",
	QuitLostLine: "Une saisie en cours n’est pas enregistrée, et le brouillon ne peut pas être gardé.",
}

var draftEnglish = DraftWords{
	Title:   "Unsaved entries",
	Line:    "The program stopped before they were saved; they were kept.",
	Waiting: "An unsaved entry is waiting here",
	Resume:  "resume", Drop: "delete", Later: "later",
	When: "on %[1]s at %[2]s", By: "by %s", WhenBy: "%[1]s, %[2]s",
	DropTitle: "Delete this entry?", DropLine: "It cannot be found again.", DropIt: "delete", KeepIt: "keep it",
	Dropped: "Entry deleted.", Resumed: "Entry resumed: it is still to be saved.",
	None:         "No unsaved entry is waiting.",
	CannotKeep:   "The draft cannot be kept: save as soon as you can.",
	CanKeep:      "The draft is kept again.",
	Unusable:     "This entry cannot be opened again. It is kept in %s.",
	Broken:       "A draft cannot be read. It is kept in %s.",
	KeepAndQuit:  "keep as a draft and quit",
	DropAndQuit:  "discard it and quit",
	QuitKeptLine: "What is being typed is not saved. Kept as a draft, it is offered when you come back.",
	QuitLostLine: "What is being typed is not saved, and the draft cannot be kept.",
}
