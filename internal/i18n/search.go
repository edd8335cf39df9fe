package i18n

import "suivi/internal/committee"

// SearchWords are the words of the search in the whole file.
type SearchWords struct {
	Title, Prompt string
	Everything    string
	Count, More   Plural // more: at least so many
	First         Plural // how many are shown
	// Help says what can be typed, Again what replaces words typed earlier.
	Help  []string
	Again string
	// Nothing says that nothing was found, NothingIn in which part; Try what
	// to try, TryAll how to look everywhere.
	Nothing, NothingIn string
	Try, TryAll        string
	Searching          string
	Narrow             string
	// Rebuild is what the option of the command line does, Rebuilt that it is
	// done: the number of records, then the file.
	Rebuild string
	Rebuilt Plural
	// Kinds are the short words of each kind.
	Kinds map[committee.Kind]string
}

var searchFrench = SearchWords{
	Title: "Recherche", Prompt: "Chercher", Everything: "Tout",
	Count: Plural{"%d résultat", "%d résultats"}, More: Plural{"plus de %d résultat", "plus de %d résultats"}, First: Plural{"voici le premier", "voici les %d premiers"},
	Help: []string{
		"Tapez un ou plusieurs mots\u00a0: ils sont cherchés partout, procès-verbaux et points d’avancement compris.",
		"Les accents et les majuscules ne comptent pas, un début de mot suffit\u00a0: «\u00a0vehic sais\u00a0» trouve «\u00a0véhicules saisis\u00a0».",
		"Entre guillemets, les mots doivent se suivre\u00a0: «\u00a0centre de transit\u00a0».",
		"Une référence s’écrit comme on veut\u00a0: r2017-3, A 2017 12, ld2 art 1.",
	},
	Again:   "ce qui est tapé remplace ces mots",
	Nothing: "Aucune fiche ne contient tous ces mots.", NothingIn: "Aucune fiche ne contient tous ces mots dans la partie «\u00a0%s\u00a0».",
	Try: "Essayez avec moins de mots, ou avec le seul début de chacun.", TryAll: "tab passe à la partie suivante\u202f; la première est tout le fichier.",
	Searching: "Recherche…", Narrow: "partie suivante",
	Rebuild: "refaire l’index de la recherche à partir des fiches",
	Rebuilt: Plural{
		"L’index de la recherche de «\u00a0%[2]s\u00a0» est refait\u00a0: %[1]d fiche.", "L’index de la recherche de «\u00a0%[2]s\u00a0» est refait\u00a0: %[1]d fiches.",
	},
	Kinds: map[committee.Kind]string{
		committee.KindCommittee: "comité", committee.KindAxis: "axe", committee.KindInstitution: "structure", committee.KindFunction: "fonction",
		committee.KindPerson: "personne", committee.KindMandate: "mandat", committee.KindGroup: "groupe", committee.KindReference: "référence",
		committee.KindMeeting: "réunion", committee.KindAgendaItem: "point inscrit", committee.KindAttendance: "présence", committee.KindEntry: "procès-verbal",
		committee.KindDecision: "décision", committee.KindRecommendation: "recommandation", committee.KindGuideline: "ligne directrice",
		committee.KindArticle: "article", committee.KindAction: "action", committee.KindUpdate: "avancement", committee.KindExtension: "report",
	},
}

var searchEnglish = SearchWords{
	Title: "Search", Prompt: "Search", Everything: "Everything",
	Count: Plural{"%d result", "%d results"}, More: Plural{"more than %d result", "more than %d results"}, First: Plural{"here is the first", "here are the first %d"},
	Help: []string{
		"Type one or more words: they are looked for everywhere, in the minutes and in the progress reports too.",
		"Accents and capitals do not count, the beginning of a word will do: “vehic sais” finds “véhicules saisis”.",
		"Between quotes, the words must follow one another: “centre de transit”.",
		"A reference may be written in any way: r2017-3, A 2017 12, ld2 art 1.",
	},
	Again:   "what is typed replaces these words",
	Nothing: "No record holds all these words.", NothingIn: "No record holds all these words in the part “%s”.",
	Try: "Try fewer words, or only the beginning of each.", TryAll: "tab goes to the next part; the first is the whole file.",
	Searching: "Searching…", Narrow: "part",
	Rebuild: "rebuild the search index from the records",
	Rebuilt: Plural{"The search index of “%[2]s” was rebuilt: %[1]d record.", "The search index of “%[2]s” was rebuilt: %[1]d records."},
	Kinds: map[committee.Kind]string{
		committee.KindCommittee: "committee", committee.KindAxis: "axis", committee.KindInstitution: "institution", committee.KindFunction: "function",
		committee.KindPerson: "person", committee.KindMandate: "mandate", committee.KindGroup: "group", committee.KindReference: "reference",
		committee.KindMeeting: "meeting", committee.KindAgendaItem: "agenda item", committee.KindAttendance: "attendance", committee.KindEntry: "minutes",
		committee.KindDecision: "decision", committee.KindRecommendation: "recommendation", committee.KindGuideline: "guideline",
		committee.KindArticle: "article", committee.KindAction: "action", committee.KindUpdate: "progress", committee.KindExtension: "extension",
	},
}
