package i18n_test

import (
	"slices"
	"testing"

	"suivi/internal/i18n"
)

// An office is not what somebody does at a meeting: another may hold it there.
func TestSignersOfAMeeting(t *testing.T) {
	chair, secretary := []i18n.Signer{i18n.ChairSigns}, []i18n.Signer{i18n.SecretarySigns}
	for line, want := range map[string][]i18n.Signer{
		"Président(e) de séance": chair, "Le président de la séance": chair, "Pour la présidence": chair, "Chairperson of the meeting": chair,
		"Secrétaire de séance": secretary, "The recording secretary": secretary, "Le rapporteur": {i18n.RapporteurSigns},
		"Président(e) de séance, puis secrétaire de séance": {i18n.ChairSigns, i18n.SecretarySigns}, "Secretary and chair": {i18n.SecretarySigns, i18n.ChairSigns},
		"Président du Comité": nil, "Vice-président": nil, "Secrétaire général": nil, "Secrétaire permanent du Comité": nil,
		"Président et ministre": nil, "Awa Traoré": nil, "de séance": nil, "": nil,
	} {
		if got := i18n.SignersOf(line); !slices.Equal(got, want) {
			t.Errorf("%q names %q, want %q", line, got, want)
		}
	}
}
