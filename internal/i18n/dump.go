package i18n

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// DumpWords are what the export of everything, and the loading of it, say.
type DumpWords struct {
	Dump, Load CommandWord
	// Export and To stand for what is to be typed.
	Export, To               string
	FileWanted, ExportWanted string
	// Written names the export and counts what it holds, Loaded counts what is
	// in the new file.
	Written, Loaded string
	Rows, Lines     Plural
	// NotWritten and NotLoaded begin a refusal: the file or the export, then why.
	NotWritten, NotLoaded string
	// Older names a file of an older shape, Input what is loaded when it has no
	// name.
	Older, Input string
	// OutputLost says that the standard output did not take everything.
	OutputLost string
	// Line is a line of the export and what is wrong with it.
	Line string
	// Reasons say what is wrong, Details say it with the detail that came along.
	Reasons, Details map[committee.DumpReason]string
}

var dumpFrench = DumpWords{
	Dump: CommandWord{
		"exporter tout un fichier en texte",
		"Écrit tout ce que contient un fichier, journal compris, en lignes JSON. Sans %s, l’export va sur la sortie standard. Un fichier existant " +
			"n’est jamais remplacé. Un fichier qui n’est pas en ordre n’est pas exporté\u00a0: «\u00a0suivi check\u00a0» dit pourquoi.",
	},
	Load: CommandWord{
		"refaire un fichier d’après un export",
		"Crée un fichier d’après un export de «\u00a0suivi dump\u00a0»\u202f; «\u00a0-\u00a0» désigne l’entrée standard. Tout est vérifié d’abord\u00a0: " +
			"un export incomplet ou altéré est refusé, et aucun fichier n’est créé. Un fichier existant n’est jamais remplacé.",
	},
	Export: "EXPORT", To: "DESTINATION",
	FileWanted:   "il faut dire quel fichier exporter.",
	ExportWanted: "il faut dire quel export charger, et quel fichier créer.",
	Written:      "Export écrit\u00a0: %s (%s, %s).",
	Loaded:       "Fichier créé\u00a0: %s (%s, %s).",
	Rows:         Plural{"%d fiche", "%d fiches"},
	Lines:        Plural{"%d ligne de journal", "%d lignes de journal"},
	NotWritten: "«\u00a0%s\u00a0» n’est pas en ordre, l’export n’a pas été fait. %s «\u00a0suivi check\u00a0» dit tout ce qui ne va pas\u202f; " +
		"«\u00a0suivi restore\u00a0» reprend une copie de sauvegarde.",
	NotLoaded:  "aucun fichier n’a été créé, l’export ne peut pas être chargé (%s). %s",
	Older:      "«\u00a0%s\u00a0» vient d’une version plus ancienne de suivi\u00a0: ouvrez-le une fois pour le mettre à jour, puis recommencez.",
	Input:      "entrée standard",
	OutputLost: "la sortie n’a pas pu tout recevoir (disque plein\u202f?), l’export est incomplet. Faites de la place, puis recommencez.",
	Line:       "ligne %s\u00a0: %s",
	Reasons: map[committee.DumpReason]string{
		committee.DumpForeign:      "ce n’est pas un export de suivi",
		committee.DumpNewer:        "cet export vient d’une version plus récente de suivi\u202f; mettez le programme à jour pour le charger",
		committee.DumpCut:          "l’export est incomplet, la fin manque\u202f; refaites-le",
		committee.DumpAltered:      "l’export a été altéré depuis qu’il a été écrit\u202f; refaites-le",
		committee.DumpTrailing:     "quelque chose suit la fin de l’export",
		committee.DumpLong:         "cette ligne est trop longue",
		committee.DumpNotText:      "un caractère qui n’est pas du texte s’y trouve",
		committee.DumpGarbled:      "elle n’est pas écrite comme l’écrit un export",
		committee.DumpUnknownKind:  "ce programme ne connaît pas cette sorte de fiche",
		committee.DumpUnknownField: "un champ que ce programme ne connaît pas s’y trouve",
		committee.DumpDisorder:     "elle n’est pas à sa place, ou elle y est deux fois",
		committee.DumpCount:        "l’export ne contient pas ce que sa première ligne annonce",
		committee.DumpUnclean:      "un texte contient des signes ou des espaces qu’un fichier ne garde pas",
		committee.DumpValue:        "une valeur n’est pas admise",
		committee.DumpChain:        "cette ligne du journal ne suit pas la précédente, ou elle a été altérée",
	},
	Details: map[committee.DumpReason]string{
		committee.DumpLong:         "cette ligne est trop longue, %s\u00a0Mio au plus",
		committee.DumpNotText:      "un caractère qui n’est pas du texte s’y trouve (%s)",
		committee.DumpGarbled:      "elle n’est pas écrite comme l’écrit un export (détail technique\u00a0: %s)",
		committee.DumpUnknownKind:  "ce programme ne connaît pas cette sorte de fiche (%s)",
		committee.DumpUnknownField: "un champ que ce programme ne connaît pas s’y trouve (%s)",
		committee.DumpCount:        "l’export ne contient pas ce que sa première ligne annonce (%s)",
		committee.DumpUnclean:      "un texte contient des signes ou des espaces qu’un fichier ne garde pas (champ %s)",
	},
}

var dumpEnglish = DumpWords{
	Dump: CommandWord{
		"export a whole file as text",
		"Writes everything a file holds, its journal included, as lines of JSON. Without %s it goes to the standard output. An existing file is " +
			"never replaced. A file that is not in order is not exported: “suivi check” says why.",
	},
	Load: CommandWord{
		"make a file again from an export",
		"Creates a file from an export of “suivi dump”; “-” is the standard input. Everything is checked first: an export that is incomplete or " +
			"was altered is refused, and no file is created. An existing file is never replaced.",
	},
	Export: "EXPORT", To: "TO",
	FileWanted:   "say which file to export.",
	ExportWanted: "say which export to load, and which file to create.",
	Written:      "Export written: %s (%s, %s).",
	Loaded:       "File created: %s (%s, %s).",
	Rows:         Plural{"%d record", "%d records"},
	Lines:        Plural{"%d line of the journal", "%d lines of the journal"},
	NotWritten:   "“%s” is not in order, it was not exported. %s “suivi check” tells everything that is wrong; “suivi restore” takes up a backup.",
	NotLoaded:    "no file was created, the export cannot be loaded (%s). %s",
	Older:        "“%s” comes from an older version of suivi: open it once to bring it up to date, then try again.",
	Input:        "standard input",
	OutputLost:   "the output did not take everything (is the disk full?), the export is incomplete. Make room, then try again.",
	Line:         "line %s: %s",
	Reasons: map[committee.DumpReason]string{
		committee.DumpForeign:      "this is not an export of suivi",
		committee.DumpNewer:        "this export comes from a newer version of suivi; update the program to load it",
		committee.DumpCut:          "the export is incomplete, its end is missing; make it again",
		committee.DumpAltered:      "the export was altered since it was written; make it again",
		committee.DumpTrailing:     "something follows the end of the export",
		committee.DumpLong:         "this line is too long",
		committee.DumpNotText:      "it holds a character that is not text",
		committee.DumpGarbled:      "it is not written as an export writes it",
		committee.DumpUnknownKind:  "this program does not know this kind of record",
		committee.DumpUnknownField: "it holds a field that this program does not know",
		committee.DumpDisorder:     "it is not in its place, or it is there twice",
		committee.DumpCount:        "the export does not hold what its first line announces",
		committee.DumpUnclean:      "a text holds signs or spaces that a file does not keep",
		committee.DumpValue:        "a value is not accepted",
		committee.DumpChain:        "this line of the journal does not follow the one before, or it was altered",
	},
	Details: map[committee.DumpReason]string{
		committee.DumpLong:         "this line is too long, %s MiB at most",
		committee.DumpNotText:      "it holds a character that is not text (%s)",
		committee.DumpGarbled:      "it is not written as an export writes it (technical detail: %s)",
		committee.DumpUnknownKind:  "this program does not know this kind of record (%s)",
		committee.DumpUnknownField: "it holds a field that this program does not know (%s)",
		committee.DumpCount:        "the export does not hold what its first line announces (%s)",
		committee.DumpUnclean:      "a text holds signs or spaces that a file does not keep (field %s)",
	},
}

// dump words what is wrong with an export.
func (l *Locale) dump(e *committee.DumpError) string {
	w := &l.Words.Dump
	said, known := w.Reasons[e.Reason]
	if !known {
		return l.Words.Errors.Unexpected
	}
	if detail := l.shown("", e.Detail); detail != "" && w.Details[e.Reason] != "" {
		said = fmt.Sprintf(w.Details[e.Reason], detail)
	}
	if e.Err != nil {
		said = fmt.Sprintf(l.Words.Check.About, said, strings.TrimSuffix(l.Error(e.Err), "."))
	}
	return l.atLine(e.Line, said)
}

// unsound words what would be wrong with the file that an export makes, or is
// wrong with the one to be exported.
func (l *Locale) unsound(e *register.UnsoundError) string {
	said := l.Finding(e.Finding)
	first, size := utf8.DecodeRuneInString(said)
	return l.atLine(e.Line, string(unicode.ToLower(first))+said[size:])
}

func (l *Locale) atLine(line int, said string) string {
	if line > 0 {
		said = fmt.Sprintf(l.Words.Dump.Line, l.Number(line), said)
	}
	return sentence(said)
}
