package tui_test

import (
	"context"
	"database/sql"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	_ "github.com/mattn/go-sqlite3"

	"suivi/internal/committee"
	"suivi/internal/text"
)

// hostile is a text that would take over a terminal: a colour, the window's
// title, an unterminated OSC, a link, an APC, a DCS, C1 in UTF-8 and as bare
// bytes, bidirectional overrides, letters that do not show, a bell, a NUL and
// bytes that are no UTF-8.
const hostile = "NOM\x1b[31;5m\x1b]0;TITRE\x07\x1b]8;;http://x\x1b\\\u009b31m\u0090q\u202egauche\u2066\u061c\u200b\u200d\u2060\ufeff\U000e0041" +
	"\x1b_Ga=d\x1b\\\x1bP$q\x1b^pm\x1bXsos\x9b2J\x90x\x9dy\x07\x00\x7f\xff\xfe\r\n\u2028SUITE\v\tFIN"

// obeyed are the characters that a terminal would obey, or hide.
var obeyed = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x00, Hi: 0x1f, Stride: 1},
		{Lo: 0x7f, Hi: 0x9f, Stride: 1},
		{Lo: 0x61c, Hi: 0x61c, Stride: 1},
		{Lo: 0x200b, Hi: 0x200f, Stride: 1},
		{Lo: 0x2028, Hi: 0x202e, Stride: 1},
		{Lo: 0x2060, Hi: 0x206f, Stride: 1},
		{Lo: 0xfeff, Hi: 0xfeff, Stride: 1},
	},
	R32: []unicode.Range32{{Lo: 0xe0000, Hi: 0xe007f, Stride: 1}},
}

// bad is the first character of a text that a terminal would obey; empty when
// there is none. A line break is none.
func bad(s string) string {
	at := strings.IndexFunc(s, func(r rune) bool { return r != '\n' && (r > '~' || r < ' ') && unicode.Is(obeyed, r) })
	if at < 0 {
		return ""
	}
	r, _ := utf8.DecodeRuneInString(s[at:])
	return string(r)
}

// sequence is what the screens themselves send: attributes, and nothing else.
var sequence = regexp.MustCompile(`\x1b\[[0-9;:]*m`)

// clean proves that a frame holds nothing that a terminal would obey but the
// screens' own attributes.
func (u *user) clean(where string) *user {
	u.t.Helper()
	view := u.model.(interface{ View() tea.View }).View()
	for name, s := range map[string]string{"frame": sequence.ReplaceAllString(view.Content, ""), "window title": view.WindowTitle} {
		if at := bad(s); at != "" {
			u.t.Errorf("%s: the %s holds %q:\n%q", where, name, at, s)
		}
		if !utf8.ValidString(s) {
			u.t.Errorf("%s: the %s holds bytes that are no text", where, name)
		}
	}
	if strings.Contains(view.WindowTitle, "NOM") {
		u.t.Errorf("%s: stored text in the window's title: %q", where, view.WindowTitle)
	}
	return u
}

// tour walks every register, the pages behind them, forms and questions.
var tour = [][]string{
	{"0"},
	{"1"},
	{"1", "enter"},
	{"1", "e"},
	{"1", "enter", "enter"},
	{"1", "enter", "i"},
	{"2"},
	{"2", "enter"},
	{"2", "e"},
	{"2", "m"},
	{"2", "enter", "N"},
	{"3"},
	{"3", "enter"},
	{"3", "e"},
	{"3", "b"},
	{"3", "t"},
	{"3", "/", "N", "O", "M"},
	{"4"},
	{"4", "enter"},
	{"4", "enter", "down", "enter"},
	{"5"},
	{"5", "enter"},
	{"6"},
	{"6", "enter"},
	{"6", "e"},
	{"6", "z"},
	{"6", "tab"},
	{"6", "tab", "enter"},
	{"6", "tab", "tab"},
	{"6", "tab", "tab", "enter"},
	{"6", "tab", "tab", "tab", "enter"},
	{"7"},
	{"7", "enter"},
	{"8"},
	{"8", "e"},
	{"g"},
	{"3", "n"},
}

func TestHostileTextNeverReachesTheTerminal(t *testing.T) {
	still(t, "through the store, which cleans it", func(t *testing.T) {
		u := visit(t, "empty", 140, 40, french())
		u.plant(hostile)
		for _, keys := range tour {
			u.press("0").press(keys...).clean(strings.Join(keys, " "))
			u.escape()
		}
	})
	still(t, "written into the file by another program", func(t *testing.T) {
		u := poisoned(t)
		for _, size := range [][2]int{{80, 24}, {140, 40}} {
			u.resize(size[0], size[1])
			for _, keys := range tour {
				u.press("0").press(keys...).clean(strings.Join(keys, " "))
				u.escape()
			}
		}
		u.press("3").sees("NOM")
	})
	still(t, "typed and pasted", func(t *testing.T) {
		u := secretary(t)
		u.press("3", "/").paste(hostile).clean("filter")
		u.press("esc", "n").paste(hostile).clean("line").press("ctrl+s").clean("saved")
		u.press("b", "right", "tab").paste(hostile).clean("prompt").press("ctrl+s").clean("blocked")
	})
}

// plant saves one thing of each noun whose texts are s.
func (u *user) plant(s string) {
	u.t.Helper()
	ctx, b, day := context.Background(), u.book.As(committee.Actor{Name: s}), committee.DateOf(today)
	must := func(err error) {
		u.t.Helper()
		if err != nil {
			u.t.Fatal(err)
		}
	}
	c, err := b.Committee(ctx)
	must(err)
	c.Name, c.Acronym, c.Header, c.Language, c.Numbers = s, "C", s, committee.French, committee.DefaultNumbering()
	_, err = b.SaveCommittee(ctx, c)
	must(err)
	i, err := b.SaveInstitution(ctx, committee.Institution{Name: s, Acronym: text.Limit(s, 40), Remarks: s, Contact: s})
	must(err)
	f, err := b.SaveFunction(ctx, committee.Function{Title: s, Institution: i.ID, Remarks: s})
	must(err)
	p, err := b.SavePerson(ctx, committee.Person{Name: s, Remarks: s})
	must(err)
	_, err = b.SaveMandate(ctx, committee.Mandate{Person: p.ID, Function: f.ID, Kind: committee.Titular, From: "2017-01-01"})
	must(err)
	g, err := b.SaveGroup(ctx, committee.Group{Name: s, Kind: committee.Standing, Purpose: s, Members: []committee.InstitutionID{i.ID}, Rapporteur: p.ID})
	must(err)
	m, err := b.SaveMeeting(ctx, committee.Meeting{Kind: committee.Ordinary, Title: s, Place: s, Starts: "2017-11-02", Language: committee.French, Chair: p.ID, Objectives: s})
	must(err)
	item, err := b.SaveAgendaItem(ctx, committee.AgendaItem{Meeting: m.ID, Kind: committee.Discussion, Title: s, Text: s})
	must(err)
	_, err = b.SaveEntry(ctx, committee.Entry{Meeting: m.ID, Item: item.ID, Kind: committee.Note, Text: s})
	must(err)
	r, err := b.SaveRecommendation(ctx, committee.Recommendation{On: day, Group: g.ID, Addressees: []committee.InstitutionID{i.ID}, Remarks: s}, s)
	must(err)
	_, err = b.SaveDecision(ctx, committee.Decision{On: day, Meeting: m.ID, Remarks: s}, s)
	must(err)
	l, err := b.SaveGuideline(ctx, committee.Guideline{Heading: s, Purpose: s})
	must(err)
	_, err = b.SaveArticle(ctx, committee.Article{Guideline: l.ID, Heading: s}, s)
	must(err)
	_, err = b.SaveReference(ctx, committee.Reference{Kind: committee.Law, Title: s, Remarks: s})
	must(err)
	a, err := b.SaveAction(ctx, committee.Action{On: day, Text: s, Institution: i.ID, Function: f.ID, Due: "2018-01-31", Recommendations: []committee.RecommendationID{r.ID}})
	must(err)
	_, err = b.ReportProgress(ctx, a.Version, committee.Update{Action: a.ID, On: day, Text: s, Evidence: s, By: s})
	must(err)
}

// poisoned is a file into every text of which something else than suivi wrote.
func poisoned(t *testing.T) *user {
	t.Helper()
	first := visit(t, "empty", 80, 24, french())
	first.plant("NOM")
	path := first.book.Path()
	if err := first.book.Close(); err != nil {
		t.Fatal(err)
	}
	overwrite(t, path, "NOM", hostile)
	return sitting(t, path, 80, 24)
}

// overwrite replaces a text wherever a table of the file holds it.
func overwrite(t *testing.T, path, was, is string) {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	changed := int64(0)
	for _, c := range textColumns(t, db) {
		if strings.HasPrefix(c.table, "journal") {
			continue
		}
		done, err := db.Exec(c.in("UPDATE %t SET %c = ? WHERE %c = ?"), is, was)
		if err != nil {
			continue // the file itself keeps it out
		}
		n, _ := done.RowsAffected()
		changed += n
	}
	if changed < 20 {
		t.Fatalf("only %d texts were overwritten", changed)
	}
}
