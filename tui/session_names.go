package tui

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/capture"
	"suivi/internal/committee"
	"suivi/internal/register"
)

// vocabulary is what the names on a line may mean, and how each is called.
type vocabulary struct {
	capture.Vocabulary
	addressed  capture.Vocabulary // of the lines whose @ names institutions alone
	candidates map[committee.Thing]capture.Candidate
	short      map[committee.Thing]string // in a fact: Justice · Secrétaire général
	full       map[committee.Thing]string // in a list to choose from
	rules      committee.Committee
}

// vocabularyKinds are the kinds that it is made of.
var vocabularyKinds = map[committee.Kind]bool{
	committee.KindPerson: true, committee.KindMandate: true, committee.KindInstitution: true, committee.KindFunction: true, committee.KindGroup: true, committee.KindAxis: true, committee.KindCommittee: true,
}

// readVocabulary reads every name that a line may hold.
func readVocabulary(d *desk, page int) tea.Cmd {
	return ask(d, page, 0, vocabularyOf)
}

// on are the names that a kind of line may hold.
func (v vocabulary) on(kind committee.EntryKind) capture.Vocabulary {
	if kind == committee.EntryRecommendation || kind == committee.EntryDecision {
		return v.addressed
	}
	return v.Vocabulary
}

func vocabularyOf(ctx context.Context, b Book) (vocabulary, error) {
	v := vocabulary{candidates: map[committee.Thing]capture.Candidate{}, short: map[committee.Thing]string{}, full: map[committee.Thing]string{}}
	var all []capture.Candidate
	add := func(t, under committee.Thing, short, full string, names ...string) {
		c := capture.Candidate{Thing: t, Names: dropEmpty(names), Under: under}
		all = append(all, c)
		v.candidates[t], v.short[t], v.full[t] = c, short, full
	}
	err := everyLine(ctx, b.Institutions, func(l register.InstitutionLine) string {
		add(thing(committee.KindInstitution, l.ID), committee.Thing{}, shorter(l.Acronym, l.Name), bracketed(l.Name, l.Acronym), l.Name, l.Acronym)
		return string(l.ID)
	})
	if err != nil {
		return v, err
	}
	err = everyLine(ctx, b.Functions, func(l register.FunctionLine) string {
		of := thing(committee.KindInstitution, l.Of)
		add(thing(committee.KindFunction, l.ID), of, l.Institution+" · "+l.Title, l.Title+" · "+l.Institution, l.Title)
		return string(l.ID)
	})
	if err != nil {
		return v, err
	}
	err = everyLine(ctx, b.Groups, func(l register.GroupLine) string {
		add(thing(committee.KindGroup, l.ID), committee.Thing{}, shorter(l.Acronym, l.Name), bracketed(l.Name, l.Acronym), l.Name, l.Acronym)
		return string(l.ID)
	})
	if err != nil {
		return v, err
	}
	err = everyLine(ctx, b.Axes, func(l register.AxisLine) string {
		add(thing(committee.KindAxis, l.ID), committee.Thing{}, shorter(l.Code, l.Name), bracketed(l.Name, l.Code), l.Name, l.Code)
		return string(l.ID)
	})
	if err != nil {
		return v, err
	}
	held, err := holders(ctx, b, v.candidates)
	if err != nil {
		return v, err
	}
	v.Vocabulary = capture.NewVocabulary(append(all[:len(all):len(all)], held.functions...))
	v.addressed = capture.NewVocabulary(append(all[:len(all):len(all)], held.institutions...))
	v.rules, err = b.Committee(ctx)
	return v, err
}

// holding are the functions in office today, and their institutions, each with
// the people that lead to them.
type holding struct{ functions, institutions []capture.Candidate }

// holders reads who holds which function.
func holders(ctx context.Context, b Book, known map[committee.Thing]capture.Candidate) (h holding, err error) {
	list := func(ctx context.Context, q register.Query) (register.Window[register.MandateLine], error) {
		q.Scope = register.InForce
		return b.Mandates(ctx, q)
	}
	err = everyLine(ctx, list, func(l register.MandateLine) string {
		of, also := thing(committee.KindFunction, l.FunctionID), []string{l.Person}
		if f, ok := known[of]; ok {
			h.functions = append(h.functions, capture.Candidate{Thing: of, Under: f.Under, Also: also})
			h.institutions = append(h.institutions, capture.Candidate{Thing: f.Under, Also: also})
		}
		return string(l.ID)
	})
	return h, err
}

// everyLine goes through a whole list, window by window.
func everyLine[L any](ctx context.Context, list func(context.Context, register.Query) (register.Window[L], error), take func(L) string) error {
	q := register.Query{Limit: 500}
	for {
		w, err := list(ctx, q)
		if err != nil {
			return err
		}
		for _, l := range w.Rows {
			q.After = take(l)
		}
		if w.Final || len(w.Rows) == 0 {
			return nil
		}
		q.Moving = true
	}
}

func shorter(short, name string) string {
	if short != "" {
		return short
	}
	return name
}

func bracketed(name, short string) string {
	if short == "" || strings.EqualFold(short, name) {
		return name
	}
	return name + " (" + short + ")"
}
