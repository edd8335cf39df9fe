package tui

import (
	"bytes"
	"encoding/json"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/text"
	"suivi/tui/keymap"
	"suivi/tui/widget"
)

// draftForm is one form of a draft: what it was made of, and what was typed.
type draftForm struct {
	draftMark
	Version int             `json:"version"`
	Seed    json.RawMessage `json:"seed,omitempty"`
	// Labels name what stood in its lookups at first.
	Labels []draftLabel    `json:"labels,omitempty"`
	Typed  json.RawMessage `json:"typed"`
	// Fills is the field, of the form under it, that it is to fill.
	Fills string     `json:"fills,omitempty"`
	Lent  *draftLent `json:"lent,omitempty"`
}

type draftLabel struct {
	Thing committee.Thing `json:"thing"`
	Label string          `json:"label"`
}

// draftLent is a text that an editor has, and the file it has it in.
type draftLent struct {
	Field string `json:"field"`
	File  string `json:"file"`
}

// draftFormOf is a form as its draft holds it.
func draftFormOf(f openForm) (draftForm, error) {
	kept := draftForm{draftMark: markOf(f.origin), Version: f.origin.version}
	var err error
	if kept.Typed, err = f.form.Snapshot(); err != nil {
		return kept, err
	}
	if f.origin.seed != nil {
		if kept.Seed, err = json.Marshal(f.origin.seed); err != nil {
			return kept, err
		}
	}
	for _, field := range f.fields {
		for _, o := range field.Chosen {
			kept.Labels = append(kept.Labels, draftLabel{o.Thing, o.Label})
		}
	}
	if f.lent.path != "" {
		kept.Lent = &draftLent{f.lent.field, f.lent.name()}
	}
	return kept, nil
}

// maker makes a form or a prompt again from what it was made of: the message
// that opens it.
type maker func(d *desk, step string, seed []byte, names register.Names) (tea.Msg, error)

// formOf is the maker of a form.
func formOf[T any](open func(*desk, T, register.Names) page) maker {
	return func(d *desk, _ string, data []byte, names register.Names) (tea.Msg, error) {
		var seed T
		if err := json.Unmarshal(data, &seed); err != nil {
			return nil, err
		}
		p := open(d, seed, names)
		if p == nil {
			return nil, errNoForm
		}
		return pushedMsg{p}, nil
	}
}

// promptOf is the maker of a prompt. What it is given may only ask, and must
// write nothing.
func promptOf[T any](ask func(*desk, T, register.Names, string) tea.Cmd) maker {
	return func(d *desk, step string, data []byte, names register.Names) (tea.Msg, error) {
		var seed T
		if err := json.Unmarshal(data, &seed); err != nil {
			return nil, err
		}
		cmd := ask(d, seed, names, step)
		if cmd == nil {
			return nil, errNoForm
		}
		return cmd(), nil
	}
}

// asked is the command of a key, among some that all open a prompt; nil when
// none has it. Why it could not act now does not matter: what was typed is
// shown, and the file decides.
func asked(cmds []command, step string) tea.Cmd {
	for _, c := range cmds {
		if c.key.Show == step && c.do != nil {
			_, cmd := c.do(nil, step)
			return cmd
		}
	}
	return nil
}

// makers make every form and every prompt again, by the name in its origin.
var makers map[string]maker

func init() {
	makers = map[string]maker{}
	for _, some := range []map[string]maker{nounMakers(), recordMakers(), promptMakers(), sessionMakers(), panelMakers()} {
		for name, m := range some {
			makers[name] = m
		}
	}
}

// nounMakers make the forms of nouns that have a register.
func nounMakers() map[string]maker {
	return map[string]maker{
		"action": formOf(func(d *desk, a committee.Action, n register.Names) page {
			return newActionForm(d, register.ActionSheet{Action: a, Names: n})
		}),
		"recommendation": formOf(func(d *desk, r committee.Recommendation, n register.Names) page {
			return newRecommendationForm(d, register.RecommendationSheet{Recommendation: r, Names: n})
		}),
		"decision": formOf(func(d *desk, v committee.Decision, n register.Names) page {
			return newDecisionForm(d, register.DecisionSheet{Decision: v, Names: n})
		}),
		"guideline": formOf(func(d *desk, g committee.Guideline, n register.Names) page {
			return newGuidelineForm(d, register.GuidelineSheet{Guideline: g, Names: n})
		}),
		"meeting": formOf(func(d *desk, m committee.Meeting, n register.Names) page {
			return newMeetingForm(d, register.MeetingSheet{Meeting: m, Names: n})
		}),
		"institution": formOf(func(d *desk, i committee.Institution, n register.Names) page {
			return newInstitutionForm(d, register.InstitutionSheet{Institution: i, Names: n})
		}),
		"function": formOf(func(d *desk, f committee.Function, n register.Names) page {
			return newFunctionForm(d, register.FunctionSheet{Function: f, Names: n})
		}),
		"person": formOf(func(d *desk, p committee.Person, n register.Names) page {
			return newPersonForm(d, register.PersonSheet{Person: p, Names: n})
		}),
		"group": formOf(func(d *desk, g committee.Group, n register.Names) page {
			return newGroupForm(d, register.GroupSheet{Group: g, Names: n})
		}),
		"reference": formOf(func(d *desk, r committee.Reference, n register.Names) page {
			return newReferenceForm(d, register.ReferenceSheet{Reference: r, Names: n})
		}),
	}
}

// recordMakers make the forms of what has no register of its own.
func recordMakers() map[string]maker {
	return map[string]maker{
		"article": formOf(func(d *desk, s articleSeed, n register.Names) page {
			return newArticleForm(d, register.ArticleSheet{Guideline: s.Guideline, Article: s.Article, Names: n})
		}),
		"agenda_item": formOf(func(d *desk, s itemSeed, n register.Names) page {
			if s.Meeting.ID == "" {
				s.Meeting = committee.Meeting{} // the item is only proposed
			} else if s.Meeting.Validate() != nil {
				return nil // a draft may have been altered: the form has a row for each day
			}
			return newItemForm(d, register.MeetingSheet{Meeting: s.Meeting, Items: s.Items, Names: n}, s.Item)
		}),
		"attendance": formOf(func(d *desk, s attendanceSeed, n register.Names) page {
			return newAttendanceForm(d, register.MeetingSheet{Meeting: s.Meeting, Names: n}, s.Attendance)
		}),
		"entry": formOf(func(d *desk, s entrySeed, n register.Names) page {
			return newEntryForm(d, register.MeetingSheet{Meeting: s.Meeting, Items: s.Items, Names: n}, s.Entry)
		}),
		"mandate": formOf(func(d *desk, s mandateSeed, n register.Names) page {
			return newMandateForm(d, s.Mandate, n, s.Holder)
		}),
		"committee": formOf(func(d *desk, c committee.Committee, n register.Names) page {
			return newCommitteeForm(d, settingsSheet{committee: c, names: n})
		}),
		"axis": formOf(func(d *desk, a committee.Axis, _ register.Names) page { return newAxisForm(d, a) }),
		"who":  formOf(func(d *desk, _ struct{}, _ register.Names) page { return newWho(d) }),
	}
}

// promptMakers make the prompts.
func promptMakers() map[string]maker {
	return map[string]maker{
		"action_extend": promptOf(func(d *desk, a committee.Action, _ register.Names, _ string) tea.Cmd { return extend(d, a) }),
		"action_report": promptOf(func(d *desk, a committee.Action, _ register.Names, _ string) tea.Cmd { return reportProgress(d, a) }),
		"action_confirm": promptOf(func(d *desk, s reportSeed, _ register.Names, _ string) tea.Cmd {
			return confirm(d, register.ActionSheet{Action: s.Action, Updates: []committee.Update{s.Update}})
		}),
		"action_step": promptOf(func(d *desk, a committee.Action, _ register.Names, step string) tea.Cmd {
			return asked(actionStepper(a).asks(d), step)
		}),
		"recommendation_step": promptOf(func(d *desk, r committee.Recommendation, _ register.Names, step string) tea.Cmd {
			return asked(recommendationStepper(r).asks(d), step)
		}),
		"recommendation_ruling": promptOf(func(d *desk, r committee.Recommendation, n register.Names, step string) tea.Cmd {
			return asked(proposalCommands(d, recommendationProposal(r, n)), step)
		}),
		"decision_ruling": promptOf(func(d *desk, v committee.Decision, n register.Names, step string) tea.Cmd {
			return asked(proposalCommands(d, decisionProposal(v, n)), step)
		}),
		"guideline_step": promptOf(func(d *desk, g committee.Guideline, _ register.Names, step string) tea.Cmd {
			return asked(guidelineSteps(d, register.GuidelineSheet{Guideline: g}), step)
		}),
		"article_amend": promptOf(func(d *desk, s articleSeed, _ register.Names, _ string) tea.Cmd {
			return asked([]command{amendArticle(d, register.ArticleSheet{Guideline: s.Guideline, Article: s.Article})}, keymap.Amend.Show)
		}),
		"meeting_step": promptOf(func(d *desk, s meetingSeed, _ register.Names, step string) tea.Cmd {
			return asked(meetingSteps(d, register.MeetingSheet{Meeting: s.Meeting}, s.Why), step)
		}),
		"item_outcome": promptOf(func(d *desk, i committee.AgendaItem, _ register.Names, step string) tea.Cmd {
			return asked(itemQuestions(d, register.AgendaItemSheet{Item: i}), step)
		}),
		"meeting_again": promptOf(func(d *desk, m committee.Meeting, _ register.Names, _ string) tea.Cmd { return askAgain(d, m) }),
		"item_agenda":   promptOf(func(d *desk, i committee.AgendaItem, _ register.Names, _ string) tea.Cmd { return askAgenda(d, i) }),
		"mandate_end": promptOf(func(d *desk, s tenureSeed, _ register.Names, _ string) tea.Cmd {
			held := []tenure{{s.Line, s.Mandate}}
			return asked([]command{endMandate(d, held, to(committee.KindMandate, s.Line.ID))}, keymap.EndMandate.Show)
		}),
	}
}

// remade makes a form of a draft again, with what was typed, and what an
// editor had written meanwhile. A draft may be anything: one that no form can
// be made of is an error, whatever is wrong with it.
func remade(d *desk, f draftForm, left lentText) (opened tea.Msg, err error) {
	defer faulty(f, &err)
	opened, err = madeAgain(d, f)
	if err != nil {
		return nil, err
	}
	restore := func(form widget.Form) widget.Form {
		var next widget.Form
		if next, err = form.Restore(f.Typed); err == nil && left.path != "" {
			next = next.Rewrite(left.field, taken(left.text, ""))
		}
		return next
	}
	switch msg := opened.(type) {
	case pushedMsg:
		switch p := msg.page.(type) {
		case formPage:
			p.form = restore(p.form)
			return pushedMsg{p}, err
		case sessionPage, blocPage:
			return pushedMsg{p}, nil // its seed holds what was typed
		case whoPage:
			p.form = restore(p.form)
			return pushedMsg{p}, err
		}
	case askedMsg:
		if p, ok := msg.dialog.(promptDialog); ok {
			p.prompt = p.prompt.With(restore)
			return askedMsg{p}, err
		}
	}
	return nil, errNoForm
}

// madeAgain makes a form of a draft again as it was before anything was typed.
func madeAgain(d *desk, f draftForm) (opened tea.Msg, err error) {
	defer faulty(f, &err)
	again, ok := makers[f.Form]
	if !ok {
		return nil, errNoForm
	}
	return again(d, f.Step, cleaned(f.Seed), namesFrom(f.Labels))
}

// faulty makes an error of whatever went wrong with a draft.
func faulty(f draftForm, err *error) {
	if fault := recover(); fault != nil {
		*err = fmt.Errorf("tui: %s: %v", f.Form, fault)
	}
}

// cleaned is a seed with every text in it cleaned, as it comes from outside.
func cleaned(seed json.RawMessage) []byte {
	if len(seed) == 0 {
		return []byte("{}")
	}
	var v any
	numbers := json.NewDecoder(bytes.NewReader(seed))
	numbers.UseNumber()
	if numbers.Decode(&v) != nil {
		return seed // what makes the form says so
	}
	out, err := json.Marshal(cleanedValue(v))
	if err != nil {
		return seed
	}
	return out
}

func cleanedValue(v any) any {
	switch v := v.(type) {
	case string:
		return text.Body(v)
	case []any:
		for i := range v {
			v[i] = cleanedValue(v[i])
		}
	case map[string]any:
		for k := range v {
			v[k] = cleanedValue(v[k])
		}
	}
	return v
}
