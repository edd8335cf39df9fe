package i18n

import "suivi/internal/editor"

// EditorWords are the words about editing a long text in another program.
type EditorWords struct {
	// Unset says how an editor is chosen.
	Unset string
	// Troubles say why an editor brought nothing back; each takes what it is
	// called by. Intact or TakenAll says what became of the text.
	Troubles         map[editor.Trouble]string
	Intact, TakenAll string
}

var editorFrench = EditorWords{
	Unset: "Aucun éditeur n’est choisi\u00a0: avant de lancer suivi, donnez son nom à la variable VISUAL ou EDITOR, par exemple export EDITOR=nano.",
	Troubles: map[editor.Trouble]string{
		editor.Missing:   "L’éditeur «\u00a0%s\u00a0» est introuvable\u00a0: la variable VISUAL ou EDITOR dit lequel lancer, par exemple export EDITOR=nano.",
		editor.Failed:    "L’éditeur «\u00a0%s\u00a0» s’est arrêté sur une erreur\u202f; la variable VISUAL ou EDITOR dit lequel lancer.",
		editor.NoFile:    "Le texte n’a pas pu être confié à l’éditeur «\u00a0%s\u00a0», faute de place sur le disque ou de droits.",
		editor.Unusable:  "L’éditeur «\u00a0%s\u00a0» a rendu un fichier trop long, ou qui n’est pas un texte.",
		editor.Cancelled: "L’éditeur «\u00a0%s\u00a0» a été interrompu.",
	},
	Intact:   "Votre texte est intact.",
	TakenAll: "Ce qu’il avait enregistré est repris\u202f; ctrl+z rend le texte d’avant.",
}

var editorEnglish = EditorWords{
	Unset: "No editor is chosen: before starting suivi, name one in the variable VISUAL or EDITOR, for instance export EDITOR=nano.",
	Troubles: map[editor.Trouble]string{
		editor.Missing:   "The editor “%s” was not found: the variable VISUAL or EDITOR says which to start, for instance export EDITOR=nano.",
		editor.Failed:    "The editor “%s” stopped on an error; the variable VISUAL or EDITOR says which to start.",
		editor.NoFile:    "The text could not be handed to the editor “%s”, for want of disk space or of permission.",
		editor.Unusable:  "The editor “%s” gave back a file that is too long, or is no text.",
		editor.Cancelled: "The editor “%s” was interrupted.",
	},
	Intact:   "Your text is intact.",
	TakenAll: "What it had saved was taken; ctrl+z brings back the text before.",
}
