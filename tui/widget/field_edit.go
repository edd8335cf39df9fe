package widget

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"

	"suivi/internal/text"
)

// How many steps back a field remembers; fewer when its text is very long.
const (
	undos     = 100
	undoBytes = 1 << 20
)

// editor is text being typed and the place of the cursor in it. It is a
// value: every change makes new text, so an older copy stays as it was.
type editor struct {
	text  string
	at    int // where the cursor stands, in bytes, never inside a letter
	multi bool
	max   int // characters
	size  int // characters in text
	goal  int // column that moving up and down aims at, -1 for the cursor's own

	width  int   // columns to draw in
	left   int   // first byte drawn of a line
	top    int   // first row drawn of a long text
	height int   // rows drawn of a long text
	rows   []run // rows of a long text at width

	past []moment
	last step
}

// moment is what undoing goes back to.
type moment struct {
	text string
	at   int
}

// step is what the last change was, so that undoing takes back words rather
// than letters.
type step int

const (
	stepMove step = iota
	stepType
	stepErase
	stepOther
)

func newEditor(value string, limit int, multi bool) editor {
	e := editor{multi: multi, max: limit, goal: -1, width: 1, height: 1}
	e.set(value)
	return e
}

// clean is what of s may stand in the field.
func (e editor) clean(s string) string {
	if e.multi {
		return text.Body(s)
	}
	return text.Line(s)
}

// set replaces the text and forgets what undoing would bring back. It tells
// whether the text had to be cut.
func (e *editor) set(s string) bool {
	raw, cut := bounded(s, e.max)
	e.text = text.Limit(e.clean(raw), e.max)
	cut = cut || e.text != e.clean(raw)
	e.at, e.left, e.top, e.goal = len(e.text), 0, 0, -1
	e.past, e.last = nil, stepOther
	e.size = utf8.RuneCountInString(e.text)
	e.lay()
	return cut
}

// bounded keeps what can hold n characters of s once cleaned, so that a huge
// paste costs no more than the field can take.
func bounded(s string, n int) (string, bool) {
	most := n*utf8.UTFMax*2 + 64
	if len(s) <= most {
		return s, false
	}
	for most > 0 && !utf8.RuneStart(s[most]) {
		most--
	}
	return s[:most], true
}

// insert puts s, cleaned, at the cursor. It tells whether s had to be cut to
// what the field can hold.
func (e *editor) insert(s string, how step) (cut bool) {
	s, cut = bounded(s, e.max)
	s = e.clean(s)
	if room := e.max - e.size; utf8.RuneCountInString(s) > room {
		s, cut = text.Limit(s, room), true
	}
	if s == "" {
		return cut
	}
	if how != e.last || how != stepType || strings.HasPrefix(s, " ") {
		e.remember()
	}
	// A mark typed alone joins the letter before it.
	from, to := e.before(e.at), e.after(e.at)
	head := norm.NFC.String(e.text[from:e.at] + s)
	whole := norm.NFC.String(head + e.text[e.at:to])
	e.text = e.text[:from] + whole + e.text[to:]
	e.at = e.snap(from + len(head))
	e.changed(how)
	return cut
}

// cutOut removes the bytes between from and to and leaves the cursor there.
func (e *editor) cutOut(from, to int, how step) {
	if from >= to {
		return
	}
	if how != e.last || how == stepOther {
		e.remember()
	}
	e.text = e.text[:from] + e.text[to:]
	e.at = e.snap(from)
	e.changed(how)
}

func (e *editor) remember() {
	most := max(min(undos, undoBytes/(len(e.text)+1)), 5)
	past := e.past[max(len(e.past)-most+1, 0):]
	// Copies of the editor share the past: appending must not write into it.
	e.past = append(past[:len(past):len(past)], moment{e.text, e.at})
}

func (e *editor) undo() {
	if len(e.past) == 0 {
		return
	}
	m := e.past[len(e.past)-1]
	e.past = e.past[:len(e.past)-1]
	e.text, e.at = m.text, m.at
	e.changed(stepMove)
}

func (e *editor) changed(how step) {
	e.last, e.goal = how, -1
	e.size = utf8.RuneCountInString(e.text)
	e.lay()
}

// letter is the letter s begins with, marks included, and its width.
func letter(s string) (n, cols int) {
	if s == "" {
		return 0, 0
	}
	if s[0] == '\n' {
		return 1, 0
	}
	r, n := utf8.DecodeRuneInString(s)
	if simple(r) {
		next, _ := utf8.DecodeRuneInString(s[n:])
		if n == len(s) || next == '\n' || simple(next) {
			return n, 1
		}
	}
	cluster, cols := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	if cluster == "" {
		return n, 0
	}
	return len(cluster), cols
}

// simple tells whether r is one column wide and never joins the letter before
// it: what nearly all text is made of, worth a way of its own.
func simple(r rune) bool {
	return r >= ' ' && r <= '~' || r >= 0xa1 && r <= 0x2ff && r != 0xad
}

// before is where the letter that ends at i begins; 0 at the start.
func (e editor) before(i int) int {
	if i <= 0 {
		return 0
	}
	start := i - 1
	for start > 0 && e.text[start] >= utf8.RuneSelf {
		start--
	}
	for {
		n, _ := letter(e.text[start:])
		if n == 0 || start+n >= i {
			return start
		}
		start += n
	}
}

// after is where the letter that begins at i ends.
func (e editor) after(i int) int {
	n, _ := letter(e.text[i:])
	return i + n
}

// snap moves i forward out of the inside of a letter.
func (e editor) snap(i int) int {
	i = min(max(i, 0), len(e.text))
	if i == 0 || i == len(e.text) {
		return i
	}
	return e.after(e.before(i))
}

// lineStart and lineEnd bound the line that holds i.
func (e editor) lineStart(i int) int { return strings.LastIndexByte(e.text[:i], '\n') + 1 }

func (e editor) lineEnd(i int) int {
	if n := strings.IndexByte(e.text[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(e.text)
}

func (e editor) rune(i int) rune {
	r, _ := utf8.DecodeRuneInString(e.text[i:])
	return r
}

// back is where the word before i begins; in tells what a word is made of.
func (e editor) back(i int, in func(rune) bool) int {
	for i > 0 && !in(e.rune(e.before(i))) {
		i = e.before(i)
	}
	for i > 0 && in(e.rune(e.before(i))) {
		i = e.before(i)
	}
	return i
}

// forth is where the word after i ends.
func (e editor) forth(i int, in func(rune) bool) int {
	for i < len(e.text) && !in(e.rune(i)) {
		i = e.after(i)
	}
	for i < len(e.text) && in(e.rune(i)) {
		i = e.after(i)
	}
	return i
}

func wordRune(r rune) bool  { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }
func solidRune(r rune) bool { return !unicode.IsSpace(r) }
