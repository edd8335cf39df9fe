// Package document makes the papers of a committee: a neutral model of a
// document, writers that turn it into a format, and the papers themselves,
// composed from what the file holds. It is pure: the same record gives the same
// bytes.
//
// A writer asks nothing of a document but its blocks, and a paper knows no
// format: one more format is one more writer. Text in a document is as it was
// stored; each writer cleans it and takes every meaning from it that its format
// would give it.
package document

import (
	"strings"

	"suivi/internal/committee"
)

// Document is a paper, in the order in which it is read.
type Document struct {
	Language committee.Language
	Head     Head
	Blocks   []Block
}

// Head is what stands above the text, and again on each page of a format that
// has pages.
type Head struct {
	// Issuer says who issues it, from the state down, one line each.
	Issuer []string
	// Title names the paper, Subject what it is about, with its number.
	Title, Subject string
	// Status says what the paper is worth: PROJET, adopted on a day.
	Status string
	// Marking says who may read it, stressed where that is known.
	Marking Text
}

// Block is one piece of a document: a *Heading, *Paragraph, *List, *Table,
// *Facts, *Quote or *Signatures.
type Block interface{ block() }

// Heading opens a part; Level is 1 to 3.
type Heading struct {
	Level int
	Text  string
}

// Paragraph is running text. A line break in it is kept.
type Paragraph struct{ Text Text }

// List is items, one below the other.
type List struct {
	Ordered bool // numbered from 1
	Items   []Text
}

// Table is rows of cells under named columns.
type Table struct {
	Columns []Column
	Rows    [][]string
}

// Column is one column of a table.
type Column struct {
	Title string
	// Share is how much of the width it asks for against the others; 1 when 0.
	Share int
	// Whole is never cut into lines: numbers, dates.
	Whole bool
}

// Facts are what is known of something, a name before each value.
type Facts struct{ Facts []Fact }

// Fact is one name and its value.
type Fact struct{ Name, Value string }

// Quote is a text whose exact wording counts.
type Quote struct{ Text string }

// Signatures are the places where people sign, side by side.
type Signatures struct{ Places []Signature }

// Signature is where somebody signs, in what quality.
type Signature struct{ Role, Name string }

func (*Heading) block()    {}
func (*Paragraph) block()  {}
func (*List) block()       {}
func (*Table) block()      {}
func (*Facts) block()      {}
func (*Quote) block()      {}
func (*Signatures) block() {}

// Text is running text in pieces.
type Text []Run

// Run is a piece of text, stressed or not.
type Run struct {
	Text   string
	Strong bool
}

// Plain is text without stress.
func Plain(s string) Text { return Text{{Text: s}} }

// Stressed is a stressed beginning and what follows it, a space between.
func Stressed(first, rest string) Text {
	if rest == "" {
		return Text{{Text: first, Strong: true}}
	}
	return Text{{Text: first, Strong: true}, {Text: " " + rest}}
}

// String is the text without its stress.
func (t Text) String() string {
	var b strings.Builder
	for _, r := range t {
		b.WriteString(r.Text)
	}
	return b.String()
}
