package capture

import (
	"cmp"
	"slices"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/text"
)

// A Candidate is a thing that a fact may name, with all that people call it:
// its name, its acronym, its title, its acronym and its title.
type Candidate struct {
	Thing committee.Thing
	Names []string
	// Under is the institution of a function.
	Under committee.Thing
	// Also are the names of people that lead to the thing where no name of a
	// thing answers. It is never spelt by them.
	Also []string
}

// Led are the people whose names lead to the candidate by what was typed; none
// where one of its own names answers to it.
func (c Candidate) Led(typed string) []string {
	words := text.Words(typed)
	answers := func(name string) bool { return len(words) > 0 && begins(text.Words(name), words) }
	if slices.ContainsFunc(c.Names, answers) {
		return nil
	}
	var all []string
	for _, name := range c.Also {
		if answers(name) {
			all = append(all, name)
		}
	}
	return all
}

// begins tells whether the words typed begin the end of a name from one of its
// words on.
func begins(name, typed []text.Word) bool {
	for from := range name {
		if strings.HasPrefix(phrase(name[from:]), phrase(typed)) {
			return true
		}
	}
	return false
}

// A Vocabulary answers which candidates some typed words mean. Names are
// folded once, when it is made, so that it can be asked at each key. The zero
// Vocabulary knows nothing.
type Vocabulary struct {
	candidates []Candidate
	index      []called
	// written are the candidates of the names that have signs inside which would
	// end a name typed by its words alone, by the whole of the name, folded.
	written map[string][]int
	longest int // of those names, in bytes
}

// called is a candidate by a name, or by the end of a name from one of its
// words on.
type called struct {
	key       string // folded words, one space between
	candidate int
	whole     bool // the name from its first word on
	also      bool // the name of somebody who leads to it
}

// little words are too common to be what is meant by the end of a name.
var little = set("de du des d l la le les et a au aux en of the and for to in")

// NewVocabulary is the vocabulary of some candidates. Where several answer,
// they are offered in the order given. A thing given twice has the names of
// both.
func NewVocabulary(candidates []Candidate) Vocabulary {
	var v Vocabulary
	number := map[committee.Thing]int{}
	for _, c := range candidates {
		if i, again := number[c.Thing]; again {
			v.candidates[i].Names = append(slices.Clone(v.candidates[i].Names), c.Names...)
			v.candidates[i].Also = append(slices.Clone(v.candidates[i].Also), c.Also...)
			continue
		}
		number[c.Thing] = len(v.candidates)
		v.candidates = append(v.candidates, c)
	}
	for i, c := range v.candidates {
		for _, name := range c.Names {
			v.call(name, called{candidate: i})
			v.write(name, i)
		}
		for _, name := range c.Also {
			v.call(name, called{candidate: i, also: true})
		}
	}
	slices.SortFunc(v.index, func(a, b called) int { return cmp.Or(cmp.Compare(a.key, b.key), a.candidate-b.candidate) })
	return v
}

// call enters a name of a candidate, from each of its words on.
func (v *Vocabulary) call(name string, of called) {
	words := text.Words(name)
	for from, w := range words {
		if from == 0 || !little[w.Folded] {
			of.key, of.whole = phrase(words[from:]), from == 0
			v.index = append(v.index, of)
		}
	}
}

// write enters a name by the whole of it where its words alone do not reach its
// end: Victims' group, Appui (Bamako).
func (v *Vocabulary) write(name string, candidate int) {
	name = strings.TrimSpace(text.Line(name))
	if words := text.Words(name); len(words) == 0 || words[0].From != 0 || len(linked(name)) == len(words) {
		return
	}
	if v.written == nil {
		v.written = map[string][]int{}
	}
	v.longest = max(v.longest, len(name))
	key := text.FoldWords(name)
	if !slices.Contains(v.written[key], candidate) {
		v.written[key] = append(v.written[key], candidate)
	}
}

// phrase is the folded words with one space between.
func phrase(words []text.Word) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.Folded)
	}
	return b.String()
}

// How well a candidate answers, the better the higher.
const (
	never uint8 = iota
	led
	inside
	begun
	named
)

// A sieve says which candidates a fact may name.
type sieve func(Candidate) bool

// sieves are what the facts that name things may name.
var sieves = map[FactKind]sieve{
	FactWho: func(c Candidate) bool {
		return c.Thing.Kind == committee.KindInstitution || c.Thing.Kind == committee.KindFunction
	},
	FactSupport: institution,
	FactGroup: func(c Candidate) bool {
		return c.Thing.Kind == committee.KindGroup || c.Thing.Kind == committee.KindAxis
	},
}

func institution(c Candidate) bool { return c.Thing.Kind == committee.KindInstitution }

// A tally is the candidates found, by number, and how well each answers.
type tally struct {
	grades  []uint8 // of every candidate
	numbers []int   // of those that answer
}

// answers are the candidates that answer to words. Unless loose, the last of
// several words is a whole one or three letters of it, and no little one: the
// text goes on after a fact.
func (v Vocabulary) answers(words []text.Word, may sieve, loose bool) tally {
	found := tally{grades: make([]uint8, len(v.candidates))}
	if len(words) == 0 {
		return found
	}
	typed, last := phrase(words), words[len(words)-1].Folded
	strict := !loose && len(words) > 1
	at, _ := slices.BinarySearchFunc(v.index, typed, func(c called, key string) int { return cmp.Compare(c.key, key) })
	for ; at < len(v.index) && strings.HasPrefix(v.index[at].key, typed); at++ {
		c := v.index[at]
		rest := c.key[len(typed):]
		if strict && rest != "" && (little[last] || len(last) < 3 && rest[0] != ' ') || !may(v.candidates[c.candidate]) {
			continue
		}
		found.add(c.candidate, c.grade(rest))
	}
	return found
}

// grade is how well the name answers when rest was not typed.
func (c called) grade(rest string) uint8 {
	switch {
	case c.also:
		return led
	case c.whole && rest == "":
		return named
	case c.whole:
		return begun
	}
	return inside
}

func (t *tally) add(candidate int, grade uint8) {
	if t.grades[candidate] == never {
		t.numbers = append(t.numbers, candidate)
	}
	t.grades[candidate] = max(t.grades[candidate], grade)
}

// best are the candidates called exactly so, or else all that answer; those that
// people lead to only where no other does.
func (t tally) best() []int {
	var exact, own []int
	for _, i := range t.numbers {
		if t.grades[i] == named {
			exact = append(exact, i)
		}
		if t.grades[i] > led {
			own = append(own, i)
		}
	}
	switch {
	case len(exact) > 0:
		return exact
	case len(own) > 0:
		return own
	}
	return t.numbers
}

// meant are the candidates that words may mean: one when it is settled. slash
// is the number of the word after a slash, 0 when there is none: on its left
// is an institution, on its right one of its functions. A name that has the
// slash in it gives way to an institution and a function spelt out.
func (v Vocabulary) meant(words []text.Word, slash int, may sieve, loose bool) []int {
	whole := v.answers(words, may, loose)
	all := v.settled(whole)
	if slash == 0 {
		return all
	}
	left := v.answers(words[:slash], institution, loose)
	owners, under := v.settled(left), map[committee.Thing]bool{}
	for _, i := range owners {
		under[v.candidates[i].Thing] = true
	}
	right := v.answers(words[slash:], func(c Candidate) bool {
		return c.Thing.Kind == committee.KindFunction && under[c.Under] && may(c)
	}, loose)
	functions := v.settled(right)
	switch {
	case len(functions) == 0:
		return all
	case whole.exact(all) && !(left.exact(owners) && right.exact(functions)):
		return all
	}
	return functions
}

// exact tells whether the candidate that was settled on is called just so.
func (t tally) exact(settled []int) bool { return len(settled) == 1 && t.grades[settled[0]] == named }

// settled is the best answers; an institution alone where the others are only
// functions, which are reached by a slash, and either it is called just so or
// they are its own: @justice is the ministry, not its minister.
func (v Vocabulary) settled(t tally) []int {
	found := t.best()
	at := slices.IndexFunc(found, func(i int) bool { return institution(v.candidates[i]) })
	if at < 0 {
		return found
	}
	owner := v.candidates[found[at]].Thing
	for _, i := range found {
		c := v.candidates[i]
		function := c.Thing.Kind == committee.KindFunction && (c.Under == owner || t.grades[i] == named)
		if i != found[at] && !function {
			return found
		}
	}
	return []int{found[at]}
}

// matches are the candidates that words may begin, the best first, in the
// order of the vocabulary; all of them where no word is typed.
func (v Vocabulary) matches(words []text.Word, slash int, may sieve) []Candidate {
	var found tally
	switch {
	case len(words) == 0:
		for i, c := range v.candidates {
			if may(c) {
				found.numbers = append(found.numbers, i)
			}
		}
	case slash > 0:
		found.numbers = v.meant(words, slash, may, true)
	default:
		found = v.answers(words, may, true)
	}
	slices.SortFunc(found.numbers, func(a, b int) int {
		if len(found.grades) > 0 && found.grades[a] != found.grades[b] {
			return int(found.grades[b]) - int(found.grades[a])
		}
		return a - b
	})
	var all []Candidate
	for _, i := range found.numbers {
		all = append(all, v.candidates[i])
	}
	return all
}
