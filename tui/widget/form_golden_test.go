package widget

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"suivi/internal/register"
	"suivi/tui/theme"
)

// actionFields is a form with a field of every kind.
func actionFields() []Field {
	states := []FieldItem{{"todo", "à faire"}, {"doing", "en cours"}, {"blocked", "bloquée"}}
	kinds := []FieldItem{
		{"info", "information"},
		{"talk", "discussion"},
		{"decide", "décision"},
		{"module", "module"},
		{"group", "travaux de groupe"},
		{"report", "restitution"},
		{"other", "points divers"},
	}
	return []Field{
		{Name: "text", Label: "Action", Kind: FieldLine, Required: true, Value: "Nommer un point focal par structure", Help: "Un verbe et ce qui doit exister à la fin.", Section: "L’action"},
		{Name: "owner", Label: "Structure responsable", Kind: FieldLookup, Required: true, New: true, Complete: complete, Chosen: institutions[:1], Help: "Tapez quelques lettres."},
		{Name: "support", Label: "Partenaires d’appui", Kind: FieldLookups, Complete: complete, Chosen: institutions[2:4], Help: "Plusieurs possibles ; retour arrière ôte le dernier."},
		{Name: "priority", Label: "Priorité", Kind: FieldChoice, Value: "normal", Items: []FieldItem{{"low", "basse"}, {"normal", "normale"}, {"high", "haute"}}},
		{Name: "kind", Label: "Nature du point", Kind: FieldChoice, Value: "decide", Items: kinds, Help: "Flèches gauche et droite."},
		{Name: "start", Label: "Début", Kind: FieldDate, Parse: day, Value: "15/12/2017", Section: "Quand et combien"},
		{Name: "due", Label: "Échéance", Kind: FieldDue, Parse: day, Value: "19/1/2018", Help: "Une date ou un trimestre."},
		{Name: "at", Label: "Heure", Kind: FieldClock},
		{Name: "cost", Label: "Coût prévu", Kind: FieldAmount, Parse: whole, Value: "200 000 000"},
		{Name: "percent", Label: "Taux", Kind: FieldNumber, Parse: whole},
		{Name: "state", Label: "État", Kind: FieldChoice, Items: states, Value: "doing", Section: "Suivi"},
		{Name: "cause", Label: "Cause du blocage", Kind: FieldLine, Required: true, When: func(v Values) bool { return v.Text("state") == "blocked" }},
		{Name: "public", Label: "À publier", Kind: FieldAnswer},
		{Name: "notes", Label: "Observations", Kind: FieldLong, Value: strings.Repeat("Le décret attend la signature du ministre. ", 6) + "\nRelance faite le 4 décembre.", Help: "ctrl+s enregistre."},
	}
}

func TestFormFrames(t *testing.T) {
	p := typing(t, actionFields()...)
	p.form = p.form.Resize(80, 20)
	golden(t, "form_80x20_top", p.frame())
	p.press("tab").write("mini")
	golden(t, "form_80x20_list", p.frame())
	p.press("esc", "tab", "tab", "tab")
	golden(t, "form_80x20_choice", p.frame())
	p.press("tab", "tab")
	golden(t, "form_80x20_date", p.frame())
	p.press("tab", "tab", "tab").write("dix").press("tab", "end", "tab", "tab", "right", "tab")
	golden(t, "form_80x20_end", p.frame())
	p.form = p.form.SetError("public", "la séance n’est pas ouverte").Resize(140, 36)
	golden(t, "form_140x36", p.frame())
	p.form = p.form.Fail("Le fichier a changé entre-temps : rien n’a été enregistré.").Busy(true).Resize(80, 20)
	golden(t, "form_80x20_saving", p.frame())
}

func TestFormFillsItsAreaExactly(t *testing.T) {
	for _, o := range []theme.Options{{}, {Dark: true}, {NoColor: true}, {ASCII: true}} {
		p := typing(t, actionFields()...)
		p.form = p.form.SetStyles(theme.New(o))
		for range actionFields() {
			for _, size := range [][2]int{{80, 20}, {140, 36}, {30, 8}, {10, 3}, {3, 2}, {1, 1}} {
				f := p.form.Resize(size[0], size[1])
				rows := strings.Split(f.View(), "\n")
				if len(rows) != size[1] {
					t.Fatalf("%v: %d rows", size, len(rows))
				}
				for _, row := range rows {
					if n := ansi.StringWidth(row); n != size[0] {
						t.Fatalf("%v: a row of %d columns: %q", size, n, row)
					}
				}
			}
			p.press("tab")
		}
	}
	if v := typing(t, actionFields()...).form.Resize(0, 0).View(); v != "" {
		t.Errorf("no room, yet it draws %q", v)
	}
}

func TestFormKeepsTheFieldInHandInSight(t *testing.T) {
	fields := actionFields()
	for h := 5; h < 30; h++ {
		p := typing(t, fields...)
		p.form = p.form.Resize(80, h)
		for range fields {
			e := p.form.entries[p.form.at]
			p.form = p.form.SetError(e.Name, "refusé")
			p.shows(e.Label)
			p.shows("! refusé")
			for _, word := range strings.Fields(e.Help) {
				p.shows(word)
			}
			p.press("tab")
		}
	}
}

func TestFormShowsWithoutColourAndInASCII(t *testing.T) {
	p := typing(t, actionFields()...)
	p.form = p.form.SetStyles(theme.New(theme.Options{NoColor: true, ASCII: true}))
	p.press("tab").write("mini")
	p.shows("> Structure responsable")
	p.press("esc", "tab", "tab")
	p.shows("[normale]")
}

func TestStoredTextCannotReachTheTerminal(t *testing.T) {
	evil := "a\x1b]0;titre\x07b\u202ec\u009bd\x1b[31me"
	p := typing(t,
		Field{Name: "a", Label: evil, Kind: FieldLine, Value: evil, Help: evil},
		Field{Name: "b", Label: "b", Kind: FieldLookups, Chosen: []register.Option{{Thing: thing("x"), Label: evil}}},
	)
	p.form = p.form.SetError("a", evil)
	for _, r := range p.form.View() {
		if r == '\u202e' || r == '\u009b' || r == '\a' {
			t.Fatalf("%q reaches the terminal", r)
		}
	}
	if strings.Contains(p.form.View(), "\x1b]") || strings.Contains(p.form.View(), "\x1b[31m") {
		t.Error("an escape sequence reaches the terminal")
	}
}
