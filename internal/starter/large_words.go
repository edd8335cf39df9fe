package starter

import (
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"

	"suivi/internal/committee"
)

// vocabulary is what the sentences of a large committee are made of.
type vocabulary struct {
	Committee    string     `toml:"committee"`
	Axes         []string   `toml:"axes"`
	Institutions [][]string `toml:"institutions"` // name, acronym, kind, capacity
	Functions    []string   `toml:"functions"`
	Groups       []string   `toml:"groups"`
	First        []string   `toml:"first"`
	Family       []string   `toml:"family"`
	Syllables    []string   `toml:"syllables"`
	Endings      []string   `toml:"endings"`
	Verbs        []string   `toml:"verbs"`
	Objects      []string   `toml:"objects"`
	Audiences    []string   `toml:"audiences"`
	Manners      []string   `toml:"manners"`
	Reports      []string   `toml:"reports"`
	Evidence     []string   `toml:"evidence"`
	Obstacles    []string   `toml:"obstacles"`
	Reasons      []string   `toml:"reasons"`
	Dropped      []string   `toml:"dropped"`
	Items        []string   `toml:"items"`
	Notes        []string   `toml:"notes"`
	Guidelines   []string   `toml:"guidelines"`
	References   [][]string `toml:"references"` // kind, title

	places []string
}

func readWords() (*vocabulary, error) {
	const name = "data/large/words.toml"
	content, err := data.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("starter: %w", err)
	}
	w := &vocabulary{}
	meta, err := toml.Decode(string(content), w)
	if err != nil {
		return nil, fmt.Errorf("starter: %s: %w", name, err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return nil, fmt.Errorf("starter: %s: unknown key %s", name, unknown[0])
	}
	return w, nil
}

// marked is a title that says that it is made up.
func marked(s string) string { return "[EXEMPLE] " + s }

// villages makes names of places up.
func (l *Large) villages(n int) []string {
	known := map[string]bool{}
	var all []string
	for len(all) < n {
		name := pick(l, l.words.Syllables) + pick(l, l.words.Syllables) + pick(l, l.words.Endings)
		name = strings.ToUpper(name[:first(name)]) + name[first(name):]
		if !known[name] {
			known[name] = true
			all = append(all, name)
		}
	}
	return all
}

// first is the length of the first letter.
func first(s string) int {
	for n := range s {
		if n > 0 {
			return n
		}
	}
	return len(s)
}

// place is a made-up place, some far more often than others.
func (l *Large) place() string { return l.words.places[l.favoured(len(l.words.places))] }

// task is what an action or a recommendation asks for.
func (l *Large) task() string {
	s := pick(l, l.words.Verbs) + " " + pick(l, l.words.Objects)
	if l.chance(70) {
		s += " " + pick(l, l.words.Audiences)
	}
	if l.chance(80) {
		s += " à " + l.place()
	}
	if l.chance(40) {
		s += ", " + pick(l, l.words.Manners)
	}
	return marked(s)
}

// story is what a report says.
func (l *Large) story() string {
	s := pick(l, l.words.Reports)
	if l.chance(50) {
		s += " à " + l.place()
	}
	if l.chance(25) {
		s += "\u202f; " + lowered(pick(l, l.words.Reports))
	}
	return s + "."
}

// lowered begins with a small letter.
func lowered(s string) string { return strings.ToLower(s[:first(s)]) + s[first(s):] }

// personName is the name of the nth person; all differ.
func (l *Large) personName(n int) string {
	name := l.words.First[n%len(l.words.First)] + " " + l.words.Family[(n/len(l.words.First)+n)%len(l.words.Family)]
	if turn := n / (len(l.words.First) * len(l.words.Family)); turn > 0 {
		name += fmt.Sprintf(" %d", turn+1)
	}
	return marked(name)
}

// cost is what an action is expected to cost; nil when nobody said.
func (l *Large) cost() *committee.Amount {
	if !l.chance(20) {
		return nil
	}
	amount := committee.Amount(l.between(1, 200)) * 250_000
	return &amount
}
