package i18n

import (
	"fmt"
	"strings"

	"suivi/internal/register"
	"suivi/internal/text"
)

// CheckWords say what a check of the file found.
type CheckWords struct {
	// About is the thing and what is wrong with it, Line the line of the
	// journal and what is wrong there.
	About, Line string
	// Technical adds what only a technician reads.
	Technical string
	Found     map[register.FindingKind]string
}

var checkFrench = CheckWords{
	About: "%s\u00a0: %s", Line: "ligne %s du journal\u00a0: %s",
	Technical: "%s (détail technique\u00a0: %s)",
	Found: map[register.FindingKind]string{
		register.FindingDamage:      "le contenu du fichier est endommagé",
		register.FindingLink:        "une fiche renvoie à une autre qui n’est pas dans le fichier",
		register.FindingOrphan:      "il en reste une partie, alors que la fiche n’est plus dans le fichier",
		register.FindingBroken:      "une valeur enregistrée n’est pas admise",
		register.FindingComputed:    "une valeur calculée ne correspond pas à la fiche",
		register.FindingNotInLog:    "le journal ne dit pas d’où vient cette fiche",
		register.FindingDiffers:     "la fiche n’est pas telle que le journal l’a enregistrée en dernier",
		register.FindingGone:        "la fiche figure au journal, mais n’est plus dans le fichier",
		register.FindingChain:       "cette ligne, ou la précédente, a été altérée",
		register.FindingGap:         "des lignes manquent avant celle-ci",
		register.FindingUnreadable:  "une partie du fichier n’a pas pu être lue",
		register.FindingVersions:    "les versions du texte ne se suivent pas",
		register.FindingDuplicate:   "un même numéro a été donné deux fois",
		register.FindingWrongOwner:  "la fonction responsable ne relève pas de la structure responsable",
		register.FindingUnknownKind: "le journal parle d’une sorte de fiche que ce programme ne connaît pas",
		register.FindingIndex:       "l’index de la recherche est endommagé, aucune fiche ne l’est (la commande «\u00a0suivi check --rebuild-search\u00a0» le refait)",
		register.FindingUnindexed:   "fiches absentes de l’index de la recherche, mais pas du fichier (la commande «\u00a0suivi check --rebuild-search\u00a0» le refait)",
		register.FindingMisindexed:  "fiches que l’index de la recherche connaît sous d’autres mots que les leurs (la commande «\u00a0suivi check --rebuild-search\u00a0» le refait)",
		register.FindingOverindexed: "fiches que l’index de la recherche connaît et qui ne sont pas dans le fichier (la commande «\u00a0suivi check --rebuild-search\u00a0» le refait)",
		register.FindingTally:       "les totaux de l’accueil ne sont pas ceux des fiches (la commande «\u00a0suivi check --rebuild-search\u00a0» les refait)",
	},
}

var checkEnglish = CheckWords{
	About: "%s: %s", Line: "line %s of the journal: %s",
	Technical: "%s (technical detail: %s)",
	Found: map[register.FindingKind]string{
		register.FindingDamage:      "the content of the file is damaged",
		register.FindingLink:        "a record refers to another that is not in the file",
		register.FindingOrphan:      "a part of it is left, though the record is no longer in the file",
		register.FindingBroken:      "a saved value is not accepted",
		register.FindingComputed:    "a computed value does not agree with the record",
		register.FindingNotInLog:    "the journal does not say where this record comes from",
		register.FindingDiffers:     "the record is not as the journal last saved it",
		register.FindingGone:        "the record is in the journal, but no longer in the file",
		register.FindingChain:       "this line, or the one before it, was altered",
		register.FindingGap:         "lines are missing before this one",
		register.FindingUnreadable:  "a part of the file could not be read",
		register.FindingVersions:    "the versions of the text do not follow one another",
		register.FindingDuplicate:   "the same number was given twice",
		register.FindingWrongOwner:  "the responsible function does not belong to the responsible institution",
		register.FindingUnknownKind: "the journal speaks of a kind of record that this program does not know",
		register.FindingIndex:       "the search index is damaged, no record is (the command “suivi check --rebuild-search” rebuilds it)",
		register.FindingUnindexed:   "records missing from the search index, not from the file (the command “suivi check --rebuild-search” rebuilds it)",
		register.FindingMisindexed:  "records that the search index knows by other words than theirs (the command “suivi check --rebuild-search” rebuilds it)",
		register.FindingOverindexed: "records that the search index knows and that are not in the file (the command “suivi check --rebuild-search” rebuilds it)",
		register.FindingTally:       "what the home screen adds up is not what the records add up to (the command “suivi check --rebuild-search” adds it up anew)",
	},
}

// Finding words what a check found, as a sentence.
func (l *Locale) Finding(f register.Finding) string {
	w := &l.Words.Check
	said, known := w.Found[f.Kind]
	if !known {
		said = strings.TrimSuffix(l.Words.Errors.Unexpected, ".")
	}
	if f.Err != nil {
		said = fmt.Sprintf(w.About, said, strings.TrimSuffix(l.Error(f.Err), "."))
	}
	if detail := strings.TrimSpace(text.Line(f.Detail)); detail != "" {
		if f.Kind == register.FindingDuplicate || f.Kind.Derived() {
			said = fmt.Sprintf(w.About, said, detail)
		} else {
			said = fmt.Sprintf(w.Technical, said, detail)
		}
	}
	if f.Seq > 0 {
		said = fmt.Sprintf(w.Line, l.grouped(f.Seq), said)
	}
	if !f.Thing.Zero() {
		said = fmt.Sprintf(w.About, l.thing(f), said)
	}
	return sentence(said)
}

// thing is what a finding is about: its kind, its reference, how it is called;
// its key when the file has no name for it any more.
func (l *Locale) thing(f register.Finding) string {
	const limit = 60
	words := []string{l.Words.States.Kind[f.Thing.Kind].The, text.Line(f.Name.Ref)}
	name := f.Name.Short
	if name == "" && f.Name.Ref == "" {
		name = f.Thing.ID
	}
	if name = text.Line(name); text.Limit(name, limit) != name {
		name = text.Limit(name, limit) + "…"
	}
	if name != "" && name != words[1] {
		words = append(words, fmt.Sprintf(l.Words.Common.Quote, name))
	}
	return strings.Join(strings.Fields(strings.Join(words[:2], " ")), " ") + strings.Join(append([]string{""}, words[2:]...), " ")
}
