package tui_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
)

// megabytes are texts nobody types.
func megabytes() map[string]string {
	noise := make([]byte, 1<<20)
	dice := rand.New(rand.NewPCG(1, 2))
	for i := range noise {
		noise[i] = byte(dice.Uint32())
	}
	return map[string]string{
		"words":   strings.Repeat("Des mots et des mots. ", 1<<20/22),
		"lines":   strings.Repeat("Une ligne d’été\r\n", 1<<20/19),
		"accents": strings.Repeat("e\u0301\u0302\u0303", 1<<20/7),
		"one":     strings.Repeat("m", 1<<20),
		"noise":   string(noise),
	}
}

// kindsOfField are one field of each kind, and where it is.
var kindsOfField = []struct{ name, screen, label string }{
	{"line", "institution_form", "Nom"},
	{"long text", "recommendation_form", "Texte"},
	{"choice", "meeting_form", "Nature"},
	{"answer", "settings_form", "Représentés comptés"},
	{"lookup", "action_form", "Structure responsable"},
	{"lookups", "action_form", "Partenaires d’appui"},
	{"free lookups", "meeting_form", "Références"},
	{"date", "meeting_form", "Premier jour"},
	{"due date", "action_form", "Échéance"},
	{"amount", "action_form", "Coût prévu"},
	{"number", "settings_form", "Délai de convocation"},
	{"time", "meeting_form", "Heure de début"},
	{"quorum", "settings_form", "Quorum"},
	{"reason of a prompt", "action_block", "Motif"},
	{"evidence of a prompt", "action_report", "Justificatif"},
}

// A megabyte pasted in a field is cut to what the field takes, and said to be;
// the field answers to keys, and the form is saved or says which field is at
// fault.
func TestMegabytePastedInEachKindOfField(t *testing.T) {
	texts := megabytes()
	for _, k := range kindsOfField {
		still(t, k.name, func(t *testing.T) {
			u := formOf(t, k.screen).field(k.label)
			form := u.model
			for name, pasted := range texts {
				u.back(form).paste(pasted).clean(name)
				u.fits(80, 24)
				before := u.raw()
				if k.name != "choice" && k.name != "answer" {
					u.sees("texte trop long")
					if u.press("backspace"); u.raw() == before {
						t.Errorf("%s: the field does not answer to a key:\n%s", name, u.frame())
					}
				}
			}
			if u.back(form).paste(texts["noise"]); !u.submit() && !strings.Contains(u.frame(), "!") {
				t.Errorf("neither saved nor said why not:\n%s", u.frame())
			}
			u.harmless()
			u.eachText(func(table, s string) {
				if n := utf8.RuneCountInString(s); n > 2*committee.MaxText+5000 { // the text, and as it is searched
					t.Errorf("%s holds %d characters", table, n)
				}
			})
		})
	}
}

// formOf opens one of the forms kept as golden frames.
func formOf(t *testing.T, name string) *user {
	t.Helper()
	for _, sc := range append(append([]scene{}, screens...), forms...) {
		if sc.name == name {
			return screenOf(t, sc, 80, 24)
		}
	}
	t.Fatalf("no form is called %s", name)
	return nil
}

// So are the places where one looks for something.
func TestMegabytePastedWhereOneSeeks(t *testing.T) {
	for name, keys := range map[string][]string{"filter": {"3", "/"}, "search": {"ctrl+f"}, "palette": {":"}} {
		still(t, name, func(t *testing.T) {
			u := secretary(t).press(keys...)
			before, start := u.frame(), u.model
			for kind, pasted := range megabytes() {
				u.back(start).paste(pasted).clean(kind).sees("trop long")
				u.fits(80, 24)
				if u.press("ctrl+u"); u.frame() != before {
					t.Errorf("%s: emptied, the screen is another:\n%s", kind, u.frame())
				}
			}
		})
	}
}

// Nothing outside fields takes a paste: it acts on nothing.
func TestPasteOutsideFieldsDoesNothing(t *testing.T) {
	everyScreen(t, 80, 24, french(), func(t *testing.T, open func() *user) {
		u := open()
		if u.footer()["q"] == "" {
			return // it takes text, or asks something
		}
		before := u.raw()
		if u.paste("q\ndzx\n" + megabytes()["noise"]); u.raw() != before {
			t.Errorf("a paste changes the screen:\n%s", u.frame())
		}
	})
}

// keysOfGarbage are the keys that garbage is made of, beside letters.
var keysOfGarbage = []tea.KeyPressMsg{
	{Code: tea.KeyEnter},
	{Code: tea.KeyTab},
	{Code: tea.KeyTab, Mod: tea.ModShift},
	{Code: tea.KeyEscape},
	{Code: tea.KeyBackspace},
	{Code: tea.KeyUp},
	{Code: tea.KeyDown},
	{Code: tea.KeyLeft},
	{Code: tea.KeyRight},
	{Code: tea.KeyPgDown},
	{Code: tea.KeyPgUp},
	{Code: tea.KeyHome},
	{Code: tea.KeyEnd},
	{Code: tea.KeySpace, Text: " "},
	{Code: tea.KeyF1},
	{Code: tea.KeyUp, Mod: tea.ModShift},
	{Code: 's', Mod: tea.ModCtrl},
	{Code: 's', Mod: tea.ModCtrl},
	{Code: 'n', Mod: tea.ModCtrl},
	{Code: 'u', Mod: tea.ModCtrl},
	{Code: 'z', Mod: tea.ModCtrl},
	{Code: 'r', Mod: tea.ModCtrl},
	{Code: 'f', Mod: tea.ModCtrl},
	{Code: 'x', Mod: tea.ModAlt},
	{Code: 0x9b, Mod: tea.ModCtrl | tea.ModAlt},
}

// Letters are commands: garbage does whatever it does, but nothing stops, what
// is drawn fits, and the file is whole.
func TestGarbageKeysLeaveTheFileWhole(t *testing.T) {
	for seed := range uint64(2) {
		still(t, "seed", func(t *testing.T) {
			dice := rand.New(rand.NewPCG(seed, 7))
			u := secretary(t)
			for n := range 1500 {
				switch i := dice.IntN(10); {
				case i < 3:
					u.send(keysOfGarbage[dice.IntN(len(keysOfGarbage))])
				case i < 9:
					r := rune(' ' + dice.IntN(95))
					u.send(tea.KeyPressMsg{Code: r, Text: string(r)})
				default:
					u.paste(hostile[:dice.IntN(len(hostile))])
				}
				if u.quit = false; n%100 == 0 {
					u.fits(80, 24)
					u.clean("garbage")
				}
			}
			faults, err := u.book.Check(t.Context())
			if err != nil || len(faults) > 0 {
				t.Errorf("the file is damaged: %+v, %v", faults, err)
			}
			u.harmless()
		})
	}
}
