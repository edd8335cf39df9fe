package tui

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// whoBook is what saying who one is needs of the file.
type whoBook interface {
	Introduce(context.Context, register.Introduction) (committee.Person, error)
}

// identifiedMsg says which file is open and who uses it. Fresh tells that the
// file was just made, so that the next question is who the user is.
type identifiedMsg struct {
	book  Book
	actor committee.Actor
	fresh bool
}

// identify takes a new file or a new actor, and goes on.
func (r root) identify(msg identifiedMsg) (tea.Model, tea.Cmd) {
	var following tea.Cmd
	if msg.book != nil {
		r.d.book = msg.book
		r, following = r.begin()
	}
	if msg.actor.Name != "" {
		msg.actor.ReadOnly = r.d.actor.ReadOnly
		r.d.actor = msg.actor
		r.notice = noticedMsg{text: fmt.Sprintf(r.d.words().Welcome.Greeting, msg.actor.Name), role: theme.Good}
	}
	if r.cfg.As != nil {
		r.d.book = r.cfg.As(r.d.book, r.d.actor)
	}
	r.d.visit = register.Visit{}
	stays := r.askedFrom(msg)
	r.stack = []page{newHome(r.d)}
	next, cmd := r.enter()
	if at, ok := next.(root); ok && len(stays) > 0 {
		at.stack = append(at.stack, stays...)
		next, cmd = at, tea.Batch(cmd, at.top().Init())
	}
	cmd = tea.Batch(cmd, following, r.visited())
	if !msg.fresh {
		return next, tea.Batch(cmd, r.remember())
	}
	asking, more := next.Update(pushedMsg{newWho(r.d)})
	return asking, tea.Batch(cmd, more)
}

// askedFrom are the pages above home on which the user was asked who they are, in
// the file that is open: that is where they go on.
func (r root) askedFrom(msg identifiedMsg) []page {
	if _, asked := r.top().(whoPage); !asked || msg.book != nil || len(r.stack) < 2 {
		return nil
	}
	return append([]page{}, r.stack[1:len(r.stack)-1]...)
}

// whoPage asks who the user is: a person of the file, or a new one.
type whoPage struct{ formPage }

func newWho(d *desk) page {
	w := d.words().Welcome
	name := labelled(lookupField(d, committee.FieldPerson, committee.KindPerson), w.Name)
	name.Free, name.Help, name.Section, name.Added = true, w.NameHelp, w.WhoTitle, w.NameAdded
	isNew := func(v widget.Values) bool { return v.Thing(string(committee.FieldPerson)).Zero() }
	institution := labelled(lookupField(d, committee.FieldInstitution, committee.KindInstitution), w.Institution)
	institution.Free, institution.Help, institution.When, institution.Added = true, w.InstitutionHelp, isNew, w.InstitutionAdded
	function := labelled(functionField(d, committee.FieldFunction, committee.FieldInstitution), w.Function)
	function.Free, function.Help, function.When, function.Added = true, w.FunctionHelp, isNew, w.FunctionAdded
	// One says both, or neither: a mandate ties somebody to a function of an
	// institution.
	function.Needed = func(v widget.Values) bool { return v.Text(string(committee.FieldInstitution)) != "" }
	institution.Needed = func(v widget.Values) bool {
		return v.Text(string(committee.FieldFunction)) != "" && v.Thing(string(committee.FieldFunction)).Zero()
	}
	quality := labelled(choiceField(d, committee.FieldCapacity, committee.Titular, mandateKinds, full(d.words().States.Mandate)), w.Quality)
	quality.When = isNew
	return whoPage{newForm(d, formSpec{
		origin: made("who", committee.KindPerson, "", 0, nil),
		place:  atHome, title: w.WhoTitle, fields: []widget.Field{must(name), institution, function, quality},
		save: func(v widget.Values) useCase {
			in := register.Introduction{
				Person: picked[committee.PersonID](v, committee.FieldPerson), Name: typed(v, committee.FieldPerson),
				Institution: picked[committee.InstitutionID](v, committee.FieldInstitution), InstitutionName: typed(v, committee.FieldInstitution),
				Function: picked[committee.FunctionID](v, committee.FieldFunction), FunctionTitle: typed(v, committee.FieldFunction),
				Kind: chosen[committee.MandateKind](v, committee.FieldCapacity),
			}
			return func(ctx context.Context, b Book) (saved, error) {
				p, err := b.Introduce(ctx, in)
				return saved{thing: thing(committee.KindPerson, p.ID), label: p.Name}, err
			}
		},
	})}
}

// Update takes the answer: the user is known from then on.
func (p whoPage) Update(msg tea.Msg) (page, tea.Cmd) {
	if msg, ok := msg.(formSavedMsg); ok && msg.form == p.number && msg.err == nil {
		return p, send(identifiedMsg{actor: committee.Actor{Person: committee.PersonID(msg.saved.thing.ID), Name: msg.saved.label}})
	}
	if msg, ok := msg.(widget.FormLeaveMsg); ok && msg.Form == p.number && !msg.Changed && p.d.actor.Name == "" {
		return p, tea.Batch(send(poppedMsg{p.number}), send(noticedMsg{text: p.d.words().Welcome.Anonymous, role: theme.Warn}))
	}
	next, cmd := p.formPage.Update(msg)
	if f, ok := next.(formPage); ok {
		p.formPage = f
	}
	return p, cmd
}

// Commands are those of the form; leaving it means later.
func (p whoPage) Commands() []command {
	cmds := p.formPage.Commands()
	for i, c := range cmds {
		if c.key.Show == keymap.LeaveForm.Show && c.word == "" {
			cmds[i].word = p.d.words().Welcome.Skip
		}
	}
	return cmds
}

// mandateKinds lists the qualities in which a function is held.
var mandateKinds = []committee.MandateKind{committee.Titular, committee.Alternate, committee.FocalPoint, committee.ValidatingAuthority}
