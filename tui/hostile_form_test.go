package tui_test

import (
	"database/sql"
	"strings"
	"testing"
	"unicode/utf8"
)

// Every field of every form is given a hostile text, and what it takes is
// saved: nothing of it reaches the terminal, nor the file.
func TestHostileTextInEveryField(t *testing.T) {
	refused := 0
	everyForm(t, func(t *testing.T, u *user) {
		u.fields(func(label string) { u.paste(hostile).clean(label) })
		if !u.submit() {
			refused++
			t.Logf("cannot be saved:\n%s", u.frame())
		}
		u.clean("saved")
		u.harmless()
	})
	if refused > 3 {
		t.Errorf("%d forms could not be saved", refused)
	}
}

// submit saves the form in front, after mending each field at fault with what
// may be right there. It tells whether it is saved.
func (u *user) submit() bool {
	u.t.Helper()
	erase := func() *user { return u.press("end", "ctrl+u") }
	mend := []func(){
		func() { erase() },
		func() { u.press("space", "enter") },
		func() { u.press("right") },
		func() { erase().write("15/12/2017") },
		func() { erase().write("2") },
		func() { erase().write("31/12/2018") },
		func() { erase().write("X-{AAAA}-{NN}") },
		func() { erase().write("texte") },
	}
	tried := map[string]int{}
	for range 100 {
		if u.press("ctrl+s").clean("saving"); !u.inForm() {
			return true
		}
		label := u.inHand()
		if tried[label] == len(mend) {
			return false
		}
		mend[tried[label]]()
		tried[label]++
	}
	return false
}

// harmless wants nothing in the texts of the file that a terminal would obey.
func (u *user) harmless() {
	u.t.Helper()
	u.eachText(func(table, s string) {
		if at := bad(s); at != "" || !utf8.ValidString(s) {
			u.t.Errorf("%s holds %q in %q", table, at, s)
		}
	})
}

// eachText gives all that a row of the file says, and its table.
func (u *user) eachText(do func(table, s string)) {
	u.t.Helper()
	db, err := sql.Open("sqlite3", "file:"+u.book.Path()+"?mode=ro")
	if err != nil {
		u.t.Fatal(err)
	}
	defer db.Close()
	said := map[string][]string{}
	for _, c := range textColumns(u.t, db) {
		said[c.table] = append(said[c.table], c.in("coalesce(%c, '')"))
	}
	for table, columns := range said {
		for _, s := range listed(u.t, db, `SELECT `+strings.Join(columns, " || char(10) || ")+` FROM "`+table+`"`) {
			do(table, s)
		}
	}
}
