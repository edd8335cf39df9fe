package i18n

// PaletteWords are the words of the list of every command and every screen.
type PaletteWords struct {
	Title, Nothing string
	// View and Create are formats: a register and one of its views; a kind of
	// thing to add.
	View, Create string
	NotNow       string
	// Also are other words by which people look for a key's command.
	Also []Synonyms
	// Elsewhere says, for each group of keys, where they act.
	Elsewhere KeyGroups
}

// Synonyms are other words for what a key does.
type Synonyms struct {
	Key   KeyWord
	Words string
}

// Synonyms are the other words for what a key does; empty for none.
func (w PaletteWords) Synonyms(key KeyWord) string {
	for _, s := range w.Also {
		if s.Key == key {
			return s.Words
		}
	}
	return ""
}

var paletteFrench = PaletteWords{
	Title: "Commandes et écrans", Nothing: "Aucune commande ne ressemble à cela. Échap ferme la liste.",
	View: "%s\u00a0: %s", Create: "créer\u00a0: %s",
	NotNow: "pas ici",
	Also: []Synonyms{
		{keysFrench.SaveAs, "sauvegarder, copier"},
		{keysFrench.Copies, "sauvegardes, copies"},
		{keysFrench.Language, "langue, anglais, français"},
		{keysFrench.Quit, "fermer, sortir, partir"},
		{keysFrench.Help, "aide, touches, raccourcis"},
		{keysFrench.Search, "rechercher, trouver"},
		{keysFrench.Undo, "défaire, revenir en arrière"},
		{keysFrench.Redo, "refaire"},
		{keysFrench.History, "versions, modifications"},
		{keysFrench.Archive, "supprimer, effacer"},
		{keysFrench.Extend, "proroger, retarder"},
		{keysFrench.SameIdentity, "nom, identité, utilisateur"},
		{keysFrench.Drafts, "brouillons"},
		{keysFrench.New, "ajouter, nouveau"},
		{keysFrench.Edit, "corriger, changer"},
	},
	Elsewhere: KeyGroups{
		Everywhere: "Cette touche agit sur les écrans où l’on choisit, pas ici.", Lists: "Se fait dans une liste.", Pages: "Se fait sur une fiche.",
		Forms: "Se fait dans un formulaire.", Proposals: "Se fait sur une recommandation ou une décision.",
		Progress: "Se fait sur une action ou sur une recommandation.", Meetings: "Se fait sur une réunion.",
		Agenda: "Se fait sur un point de l’ordre du jour.", Guidelines: "Se fait sur une ligne directrice ou sur un de ses articles.",
		Directory: "Se fait sur une fiche du répertoire ou dans les paramètres.", Conflicts: "Se fait quand deux personnes ont modifié la même fiche.", PanelGroups: panelElsewhereFrench, Session: "Se fait en séance.",
	},
}

var paletteEnglish = PaletteWords{
	Title: "Commands and screens", Nothing: "No command looks like this. esc closes the list.",
	View: "%s: %s", Create: "create: %s",
	NotNow: "not here",
	Also: []Synonyms{
		{keysEnglish.SaveAs, "backup, copy"},
		{keysEnglish.Copies, "backups, copies"},
		{keysEnglish.Language, "language, english, french"},
		{keysEnglish.Quit, "close, exit, leave"},
		{keysEnglish.Help, "help, keys, shortcuts"},
		{keysEnglish.Search, "find, search"},
		{keysEnglish.Undo, "take back, revert"},
		{keysEnglish.Redo, "redo"},
		{keysEnglish.History, "versions, changes"},
		{keysEnglish.Archive, "delete, remove"},
		{keysEnglish.Extend, "postpone, delay"},
		{keysEnglish.SameIdentity, "name, identity, user"},
		{keysEnglish.Drafts, "drafts"},
		{keysEnglish.New, "add, new, create"},
		{keysEnglish.Edit, "correct, change"},
	},
	Elsewhere: KeyGroups{
		Everywhere: "This key acts on the screens where you choose, not here.", Lists: "It is done in a list.", Pages: "It is done on a record.",
		Forms: "It is done in a form.", Proposals: "It is done on a recommendation or a decision.",
		Progress: "It is done on an action or on a recommendation.", Meetings: "It is done on a meeting.",
		Agenda: "It is done on an agenda item.", Guidelines: "It is done on a guideline or on one of its articles.",
		Directory: "It is done on a record of the directory, or in the settings.", Conflicts: "It is done when two people have changed the same record.", PanelGroups: panelElsewhereEnglish, Session: "It is done in session.",
	},
}
