package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/text"
)

// document is one row as it is searched: what was typed in it, and nothing of
// what it points at, so that no change reaches further than its own row.
type document struct {
	thing    committee.Thing
	archived bool
	// folded is what search_document.folded holds; empty when the row holds no
	// word.
	folded string
	// shown is the same texts as they were typed, one on each line or more.
	shown string
}

// Signs among the folded words. No word that is typed holds one of them.
const (
	textEnd  = "|"  // after each text: a phrase does not run over it
	titleEnd = "||" // after the texts that name the thing, or of which it is made
)

// parts are the kinds of rows that are shown on the page of another one: none
// of their texts is a title.
var parts = []committee.Kind{
	committee.KindAttendance, committee.KindEntry, committee.KindUpdate, committee.KindExtension, committee.KindMandate,
}

// typedTexts are the texts that a person typed into a field.
func (f field) typedTexts() []string {
	if f.clean == nil {
		return nil
	}
	switch at := f.at.(type) {
	case *string:
		return []string{*at}
	case *jsonCell[[]string]:
		return *at.at
	}
	panic("store: a field of text that search does not know: " + f.column)
}

// holdsText tells whether a list has a column of text.
func (c child) holdsText() bool {
	return slices.ContainsFunc(c.columns, func(f field) bool { return f.clean != nil })
}

// texts are all that was typed into v, each once: its own fields, then its
// lists, the last version of a wording first.
func (n *noun[T]) texts(v *T) []string {
	var all []string
	add := func(f field) {
		for _, s := range f.typedTexts() {
			if s != "" && !slices.Contains(all, s) {
				all = append(all, s)
			}
		}
	}
	for _, f := range n.fields(v) {
		add(f)
	}
	for _, c := range n.children(v) {
		if !c.holdsText() {
			continue
		}
		for i := range c.len() {
			if c.inPlace {
				i = c.len() - 1 - i
			}
			for _, f := range c.at(i) {
				add(f)
			}
		}
	}
	return all
}

// document is v as it is searched. The texts that filters look in come first,
// as its title.
func (n *noun[T]) document(v *T) document {
	named := n.words(v)
	var title, more []string
	for _, s := range n.texts(v) {
		if slices.Contains(named, s) && !slices.Contains(parts, n.kind) {
			title = append(title, s)
		} else {
			more = append(more, s)
		}
	}
	// In the order in which the noun names itself.
	slices.SortStableFunc(title, func(a, b string) int { return slices.Index(named, a) - slices.Index(named, b) })
	d := document{thing: n.thing(*n.id(v)), archived: n.stamp(v).Archived, shown: strings.Join(append(title, more...), "\n")}
	var b writer
	b.words(title)
	b.sign(titleEnd)
	b.words(more)
	b.also(append(n.references(v), strings.Join(named, " ")))
	if b.count > 0 {
		d.folded = " " + kindMark(n.kind) + " " + b.String()
	}
	return d
}

// references are the spellings of v's own references.
func (n *noun[T]) references(v *T) []string {
	var all []string
	for _, f := range n.fields(v) {
		if s, ok := f.at.(*string); ok && (f.column == "ref" || f.column == "number" || f.column == "code") && *s != "" {
			all = append(all, spelling(*s))
		}
	}
	return all
}

// writer puts folded words one after the other.
type writer struct {
	strings.Builder
	count   int // of words
	held    map[string]bool
	numbers []string
}

func (b *writer) sign(s string) {
	b.WriteString(s)
	b.WriteByte(' ')
}

func (b *writer) word(w string) {
	if b.held == nil {
		b.held = map[string]bool{}
	}
	b.held[w] = true
	b.count++
	b.sign(w)
}

func (b *writer) words(texts []string) {
	for _, s := range texts {
		words := text.Words(s)
		for i, w := range words {
			b.word(w.Folded)
			b.number(s, words[:i+1])
		}
		b.sign(textEnd)
	}
}

// number notes how else the number that ends the words may be typed: without
// zeros in front, and in one piece where it is written in groups.
func (b *writer) number(s string, words []text.Word) {
	last := words[len(words)-1]
	if !digitsOnly(last.Folded) {
		return
	}
	if t := trimZeros(last.Folded); t != last.Folded {
		b.numbers = append(b.numbers, t)
	}
	whole := last.Folded
	for i := len(words) - 2; i >= 0 && digitsOnly(words[i].Folded); i-- {
		if gap := text.Fold(s[words[i].To:words[i+1].From]); gap != " " && gap != "." {
			break
		}
		whole = words[i].Folded + whole
	}
	if whole != last.Folded && len(whole) <= 20 {
		b.numbers = append(b.numbers, whole)
	}
}

// also ends the document with what people type for what it says: numbers in
// their other spellings, references in the one that all of theirs become.
func (b *writer) also(others []string) {
	if b.count == 0 {
		return
	}
	var more []string
	for _, s := range others {
		if strings.HasPrefix(s, "§") {
			more = append(more, s)
			continue
		}
		for _, w := range text.Words(s) {
			more = append(more, w.Folded)
		}
	}
	for _, w := range append(b.numbers, more...) {
		if !b.held[w] {
			b.held[w] = true
			b.sign(w)
		}
	}
}

func digitsOnly(word string) bool {
	return !strings.ContainsFunc(word, func(r rune) bool { return r < '0' || r > '9' })
}

// documents are the rows of these IDs as they are searched, in no order. A row
// that is not there has none; nor has one without a word.
func (n *noun[T]) documents(ctx context.Context, q querier, ids []string) ([]document, error) {
	args := make([]any, len(ids))
	for i, id := range ids {
		args[i] = id
	}
	found, err := n.rows(ctx, q, fmt.Sprintf("WHERE id IN (%s)", marks(len(ids))), args...)
	if err != nil {
		return nil, err
	}
	var all []document
	for i := range found {
		for _, c := range n.children(&found[i]) {
			if !c.holdsText() {
				continue
			}
			if err := loadChild(ctx, q, c, *n.id(&found[i])); err != nil {
				return nil, err
			}
		}
		if d := n.document(&found[i]); d.folded != "" {
			all = append(all, d)
		}
	}
	return all, nil
}
