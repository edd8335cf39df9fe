package i18n

import (
	"slices"

	"suivi/internal/text"
)

// Signer is somebody whom a meeting has by what they do there.
type Signer string

// The signers that a line of the signatories may name.
const (
	ChairSigns      Signer = "chair"
	SecretarySigns  Signer = "secretary"
	RapporteurSigns Signer = "rapporteur"
)

// signerWords are the words, folded, that name each, in both languages.
var signerWords = map[Signer][]string{
	ChairSigns:      {"president", "presidente", "presidence", "chair", "chairperson", "chairman", "chairwoman"},
	SecretarySigns:  {"secretaire", "secretariat", "secretary"},
	RapporteurSigns: {"rapporteur", "rapporteure", "rapporteuse"},
}

// beside are the words that say no more of a signer. « Secrétaire général » and
// « Président du Comité » are offices, which others may have at a meeting.
var beside = []string{
	"le", "la", "l", "les", "un", "une", "de", "du", "d", "des", "e", "pour", "the", "a", "of", "for", "seance", "reunion", "session", "atelier", "travaux",
	"meeting", "workshop", "recording", "puis", "et", "then", "and",
}

// SignersOf are those whom a line of the signatories names by what they do at
// the meeting, in either language and in their order; none for any other office
// or name.
func SignersOf(line string) []Signer {
	var found []Signer
	for _, w := range text.Words(line) {
		if slices.Contains(beside, w.Folded) {
			continue
		}
		is := Signer("")
		for signer, words := range signerWords {
			if slices.Contains(words, w.Folded) {
				is = signer
			}
		}
		if is == "" {
			return nil
		}
		if !slices.Contains(found, is) {
			found = append(found, is)
		}
	}
	return found
}
