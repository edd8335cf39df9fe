package document_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"suivi/internal/document"
)

// holding is a document that holds a text in every place there is.
func holding(s string) document.Document {
	return document.Document{
		Head: document.Head{Issuer: []string{s}, Title: s, Subject: s, Status: s},
		Blocks: []document.Block{
			&document.Heading{Level: 1, Text: "TITRE"},
			&document.Paragraph{Text: document.Plain(s)},
			&document.Paragraph{Text: document.Stressed(s, s)},
			&document.List{Items: []document.Text{document.Plain(s), document.Stressed(s, s)}},
			&document.List{Ordered: true, Items: []document.Text{document.Plain(s), document.Plain(s)}},
			&document.Facts{Facts: []document.Fact{{Name: s, Value: s}}},
			&document.Quote{Text: s},
			&document.Table{Columns: []document.Column{{Title: "A"}, {Title: s, Share: 3}, {Title: "C", Whole: true}}, Rows: [][]string{{s, s, s}, {s}, {s, s, s, s}}},
			&document.Signatures{Places: []document.Signature{{Role: s, Name: s}, {Role: s, Name: s}, {Role: s, Name: s}}},
			&document.Heading{Level: 2, Text: "FIN"},
		},
	}
}

func written(t *testing.T, d document.Document) (markdown, plain string) {
	t.Helper()
	var m, p bytes.Buffer
	if err := document.Markdown(&m, d); err != nil {
		t.Fatal(err)
	}
	if err := document.PlainText(&p, d); err != nil {
		t.Fatal(err)
	}
	return m.String(), p.String()
}

var hostile = []string{
	"", " ", "\n\n\n", "simple", "# faux titre", "## faux\n# titre", "- a\n- b", "1. a\n2) b", "> cité", "```\ncode", "    code", "| a | b |\n| --- | --- |\n| c | d |",
	"a|b", `a\|b`, `a\`, "a\\\nb", "===", "---", "* * *", "___", "titre\n===", "titre\n---", "<script>alert(1)</script>", "<!-- ", "-->", "&lt;", "![x](http://e.example/x.png)",
	"[x](javascript:alert(1))", "[x]: http://e.example", "[^1]: note", "http://e.example", "**gras**", "_ital_", "~~non~~", "`code`", "$x$", "@tous", "#12", "{% raw %}", "{{ x }}",
	"\x1b[2J\x1b]0;titre\x07", "\u202eabc", "\u0000\u0007", "a\tb", "a\rb", "a\u2028b", "│ faux │ cadre", "─────", strings.Repeat("m", 500), strings.Repeat("é", 200), strings.Repeat("漢字", 90),
	"e\u0301" + strings.Repeat("\u0301", 40), "👩‍👩‍👧 famille", "« Hé\u00a0! »", "+ a", ": a", "= a", "1986. Une année", "12)", ">", "<br>", "a  \nb", "\\", "\xff\xfe",
}

func TestStoredTextBreaksNoStructure(t *testing.T) {
	for _, s := range hostile {
		sound(t, s)
	}
}

func FuzzWriters(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(sound)
}

// sound checks that a text, wherever it stands in a document, is text only.
func sound(t *testing.T, s string) {
	t.Helper()
	markdown, plain := written(t, holding(s))
	again, alike := written(t, holding(s))
	if markdown != again || plain != alike {
		t.Errorf("%q: not the same bytes twice", s)
	}
	for _, out := range []string{markdown, plain} {
		if !utf8.ValidString(out) || strings.IndexFunc(out, func(r rune) bool { return r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r)) }) >= 0 {
			t.Errorf("%q: control characters come out: %q", s, out)
		}
	}
	soundMarkdown(t, s, markdown)
	soundPlain(t, s, plain)
}

// bare finds a sign that means something to Markdown and is not escaped.
var (
	backslashed = regexp.MustCompile(`\\[!-/:-@\[-` + "`" + `{-~]`)
	opening     = regexp.MustCompile(`^\s*([-+*=:]|>|\d+[.)])`)
	numbered    = regexp.MustCompile(`^[12][.)] `)
	bare        = regexp.MustCompile("[`_<\\[~$#@{&|]")
)

// soundMarkdown reads the document as Markdown does, line by line: nothing but
// what the writer means has a meaning.
func soundMarkdown(t *testing.T, s, out string) {
	t.Helper()
	headings, columns := 0, 0
	for _, l := range strings.Split(strings.TrimSuffix(out, "\n"), "\n") {
		line, begins := backslashed.ReplaceAllString(l, "x"), true
		switch {
		case strings.HasPrefix(line, "#"):
			headings++
			begins = false
			line = strings.TrimLeft(line, "#")
		case strings.HasPrefix(line, "|"):
			cells := strings.Count(line, "|") - 1
			if columns == 0 {
				columns = cells
			}
			if cells != columns {
				t.Errorf("%q: a row of %d cells in a table of %d: %s", s, cells, columns, l)
			}
			begins = false
			line = strings.ReplaceAll(strings.ReplaceAll(line, "|", ""), "<br>", "")
		case strings.HasPrefix(line, "> "), strings.HasPrefix(line, "- "), strings.HasPrefix(line, "* "):
			line = line[2:]
		}
		if !strings.HasPrefix(l, "|") {
			columns = 0
		}
		line = strings.ReplaceAll(line, "**", "")
		if bad := bare.FindString(line); bad != "" {
			t.Errorf("%q: %s means something in %q", s, bad, l)
		}
		if sign := opening.FindString(line); begins && sign != "" && !numbered.MatchString(line) {
			t.Errorf("%q: %q begins %q", s, sign, l)
		}
		if strings.HasPrefix(l, "    ") {
			t.Errorf("%q: %q is code", s, l)
		}
	}
	if most := 3; headings > most || headings < 2 {
		t.Errorf("%q: %d headings", s, headings)
	}
}

// soundPlain finds stored text within 78 columns, and never where a title would
// stand.
func soundPlain(t *testing.T, s, out string) {
	t.Helper()
	_, body, found := strings.Cut(out, "TITRE\n=====\n")
	if !found {
		t.Fatalf("%q: the title is gone:\n%s", s, out)
	}
	for _, l := range strings.Split(out, "\n") {
		if n := ansi.StringWidth(l); n > 78 {
			t.Errorf("%q: a line of %d columns: %q", s, n, l)
		}
		if strings.TrimRightFunc(l, unicode.IsSpace) != l {
			t.Errorf("%q: spaces end %q", s, l)
		}
	}
	for _, l := range strings.Split(body, "\n") {
		if l != "" && !strings.HasPrefix(l, "  ") && l != "FIN" && l != "---" {
			t.Errorf("%q: %q stands where titles do", s, l)
		}
	}
}

func TestTextIsKeptAsItWasSaid(t *testing.T) {
	markdown, plain := written(t, document.Document{Blocks: []document.Block{
		&document.Paragraph{Text: document.Stressed("10\u00a0h\u00a030", "– « Le quorum\u00a0: 5 sur 9 »")},
		&document.Quote{Text: "Première ligne,\nseconde ligne."},
		&document.Table{Columns: []document.Column{{Title: "N°", Whole: true}, {Title: "Texte"}}, Rows: [][]string{{"A-2017-01", "a|b\nc"}}},
	}})
	wantMarkdown := "**10\u00a0h\u00a030** – « Le quorum\u00a0: 5 sur 9 »\n\n> Première ligne,\\\n> seconde ligne.\n\n| N° | Texte |\n| --- | --- |\n| A-2017-01 | a\\|b<br>c |\n"
	if markdown != wantMarkdown {
		t.Errorf("Markdown is\n%s\nwant\n%s", markdown, wantMarkdown)
	}
	wantPlain := "  10\u00a0h\u00a030 – « Le quorum\u00a0: 5 sur 9 »\n\n      Première ligne,\n      seconde ligne.\n\n  N°        │ Texte\n  ──────────┼──────\n  A-2017-01 │ a|b\n            │ c\n"
	if plain != wantPlain {
		t.Errorf("text is\n%s\nwant\n%s", plain, wantPlain)
	}
}

func TestATableWithTooManyColumnsIsDrawnRowByRow(t *testing.T) {
	table := &document.Table{Rows: [][]string{{}, {}}}
	for _, name := range strings.Fields("un deux trois quatre cinq six sept huit neuf") {
		table.Columns = append(table.Columns, document.Column{Title: name + " :"})
		table.Rows[0], table.Rows[1] = append(table.Rows[0], "a "+name), append(table.Rows[1], "b "+name)
	}
	_, plain := written(t, document.Document{Blocks: []document.Block{table}})
	if strings.Contains(plain, "│") || !strings.Contains(plain, "  quatre :  a quatre\n") || !strings.Contains(plain, "  neuf :    b neuf\n") {
		t.Errorf("drawn as\n%s", plain)
	}
}

// A column may be narrow, but not so that its words are cut while others have
// room to spare.
func TestNarrowColumnsKeepTheirWordsWhole(t *testing.T) {
	long := strings.Repeat("recommandation adressée à tous ", 4)
	_, plain := written(t, document.Document{Blocks: []document.Block{&document.Table{
		Columns: []document.Column{{Title: "N°", Whole: true}, {Title: "Texte", Share: 5}, {Title: "Destinataires", Share: 3}, {Title: "Échéance", Whole: true}, {Title: "Issue", Share: 2}},
		Rows:    [][]string{{"R-2017-08", long, "EX-ROUTE et EX-COLL, EX-SANTE", "non renseigné", "adoptée avec amendements"}},
	}}})
	for _, word := range []string{"Destinataires", "amendements", "recommandation"} {
		if !strings.Contains(plain, word) {
			t.Errorf("%q is cut in\n%s", word, plain)
		}
	}
	for _, l := range strings.Split(plain, "\n") {
		if n := len([]rune(l)); n > 78 {
			t.Errorf("%d columns: %q", n, l)
		}
	}
}
