package tui

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/document"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// summaryBook is what the summary of a session needs of the file.
type summaryBook interface {
	MeetingRecord(context.Context, committee.MeetingID) (register.MeetingRecord, error)
}

// summaryPage is what a session gave: decisions, recommendations, actions by
// owner, what was passed over and what is put off. It writes the papers.
type summaryPage struct {
	reading[register.MeetingRecord]
	id    committee.MeetingID
	paths []string // of the documents that were written
	asked bool     // which were written before
	// reopening tells that the session is being reopened from here: it is then
	// gone to.
	reopening bool
}

// documentsMsg says where the documents were written, and why not all were.
type documentsMsg struct {
	page  int
	paths []string
	err   error
	// found tells that they were there before.
	found bool
}

// newSummary opens what a session gave.
func newSummary(d *desk, id committee.MeetingID) page {
	return summaryPage{reading: newReading[register.MeetingRecord](d), id: id}
}

// Init reads the record, or reads it anew.
func (p summaryPage) Init() tea.Cmd { return p.read(p.from()) }

func (p summaryPage) from() func(context.Context, Book) (register.MeetingRecord, error) {
	id := p.id
	return func(ctx context.Context, b Book) (register.MeetingRecord, error) { return b.MeetingRecord(ctx, id) }
}

// Title says what it is.
func (p summaryPage) Title() string { return p.d.words().Summary.Title }

// Side is the meeting.
func (p summaryPage) Side() string {
	if !p.ready {
		return ""
	}
	return meetingTitle(p.d, p.sheet.Meeting)
}

// Update takes answers.
func (p summaryPage) Update(msg tea.Msg) (page, tea.Cmd) {
	if msg, ok := msg.(documentsMsg); ok {
		return p.wrote(msg)
	}
	var cmd tea.Cmd
	drawn := false
	if p.reading, cmd, drawn = p.took(msg, p.id, p.from()); drawn {
		if look := p.look(); look != nil {
			p.asked = true
			cmd = tea.Batch(cmd, look)
		}
		if p.reopening && p.sheet.Meeting.State == committee.InSession {
			p.reopening = false
			cmd = tea.Batch(cmd, push(newSession(p.d, p.id)))
		}
		return p.show(), cmd
	}
	return p, cmd
}

// wrote says where the documents are, those before an error too.
func (p summaryPage) wrote(msg documentsMsg) (page, tea.Cmd) {
	if msg.page != p.number {
		return p, nil
	}
	if msg.found {
		written := slices.DeleteFunc(slices.Clone(p.paths), func(path string) bool { return slices.Contains(msg.paths, path) })
		p.paths = append(slices.Clone(msg.paths), written...)
		return p.show(), nil
	}
	p.paths = append(p.paths[:len(p.paths):len(p.paths)], msg.paths...)
	p = p.show()
	if msg.err != nil {
		return p, send(failedQuietlyMsg{msg.err})
	}
	return p, send(noticedMsg{text: p.d.loc.Count(p.d.words().Summary.Written, len(msg.paths)) + p.d.words().Sheet.Colon + strings.Join(msg.paths, ", "), role: theme.Good})
}

func (p summaryPage) show() summaryPage {
	if !p.ready {
		return p
	}
	d, w, r := p.d, p.d.words(), p.sheet
	f := newFacts(d, r.Meeting.Stamp, r.Names)
	f.rows = append(f.rows, widget.Row{Text: r.Meeting.Title, Role: theme.Strong, Long: true, Target: to(committee.KindMeeting, r.Meeting.ID)})
	f.row(w.Fields[committee.FieldState], meetingState(d, r.Meeting.State), meetingRole(r.Meeting.State))
	if said := sessionSaid(d, r.Meeting); said != "" {
		f.fact(w.Summary.Session, said)
	}
	f.fact(w.Minutes.Parts.Quorum, p.quorum())
	if s := p.meeting(); wantsAgain(d, s) {
		f.rows = append(f.rows, widget.Row{Text: w.Summary.Again, Role: theme.Accent, Long: true})
	}
	var papers []widget.Row
	for _, path := range p.paths {
		papers = append(papers, widget.Row{Text: path, Long: true})
	}
	blocks := []widget.Block{f.block(""), {Title: w.Root.Decisions, Rows: p.decisions(), Empty: w.Summary.NoDecision}}
	blocks = append(blocks, widget.Block{Title: w.Root.Recommendations, Rows: p.recommendations(), Empty: w.Summary.NoRecommendation})
	blocks = append(blocks, widget.Block{Title: w.Summary.Actions, Rows: p.actions(), Empty: w.Summary.NoAction})
	blocks = append(blocks, some(w.Summary.PutOff, p.putOff())...)
	blocks = append(blocks, some(w.Summary.Overridden, p.overridden())...)
	blocks = append(blocks, some(w.Summary.Answers, p.answers())...)
	p.view = p.view.Set(append(blocks, widget.Block{Title: w.Summary.Documents, Rows: papers, Empty: w.Summary.NotWritten}))
	return p
}

// meeting is what the keys of the meeting need to know of it.
func (p summaryPage) meeting() register.MeetingSheet {
	return register.MeetingSheet{Meeting: p.sheet.Meeting, Again: p.sheet.Again, HadQuorum: p.sheet.HadQuorum, Names: p.sheet.Names}
}

// quorum is who was there of how many, and how the quorum stood.
func (p summaryPage) quorum() string {
	d, m := p.d, p.sheet.Meeting
	q, by := m.Quorum, " "+d.words().Minutes.Quorum.AtOpening
	if q.Zero() {
		q, by = p.sheet.Counted, ""
	}
	said := document.Quorum(p.sheet, d.loc)
	if q.Zero() {
		return said
	}
	base := p.sheet.Committee.Quorum.Base
	present := d.loc.Present(base, q.Present)
	if q.Required > 0 {
		present = d.loc.QuorumOf(base, q)
	}
	return present + by + " " + d.styles.Glyph.Dot + " " + said
}

func (p summaryPage) decisions() []widget.Row {
	var rows []widget.Row
	for _, v := range p.sheet.Decisions {
		said := decisionState(p.d, v.Outcome.State)
		if v.Manner != committee.MannerUnsaid {
			said += " " + p.d.styles.Glyph.Dot + " " + p.d.words().States.Manner[v.Manner].Full
		}
		rows = append(rows, widget.Row{Label: v.Ref, Text: v.Words.Text() + " " + p.d.styles.Glyph.Dot + " " + said, Target: to(committee.KindDecision, v.ID), Long: true})
	}
	return rows
}

func (p summaryPage) recommendations() []widget.Row {
	var rows []widget.Row
	for _, v := range p.sheet.Recommendations {
		said := v.Words.Text() + " " + p.d.styles.Glyph.Dot + " " + decisionState(p.d, v.Outcome.State)
		rows = append(rows, widget.Row{Label: v.Ref, Text: said, Target: to(committee.KindRecommendation, v.ID), Long: true})
	}
	return rows
}

// actions are those given, under each owner, in the order in which the owners
// first come; those without one come last.
func (p summaryPage) actions() []widget.Row {
	d, w, r := p.d, p.d.words(), p.sheet
	var owners []committee.InstitutionID
	by := map[committee.InstitutionID][]committee.Action{}
	for _, a := range r.Actions {
		if _, known := by[a.Institution]; !known && a.Institution != "" {
			owners = append(owners, a.Institution)
		}
		by[a.Institution] = append(by[a.Institution], a)
	}
	if len(by[""]) > 0 {
		owners = append(owners, "")
	}
	var rows []widget.Row
	for _, o := range owners {
		name := w.Summary.NoOwner
		if o != "" {
			name = calledAs(d, r.Names, thing(committee.KindInstitution, o))
		}
		rows = append(rows, widget.Row{Text: name, Role: theme.Accent})
		for _, a := range by[o] {
			said := a.Text + " " + d.styles.Glyph.Dot + " " + d.loc.Due(a.Due)
			if group := calledAs(d, r.Names, thing(committee.KindGroup, a.Group)); group != "" {
				said = strings.TrimSuffix(said, " "+d.styles.Glyph.Dot+" ") + " " + d.styles.Glyph.Dot + " " + group
			}
			row := widget.Row{Label: a.Ref, Target: to(committee.KindAction, a.ID), Long: true}
			if a.Institution == "" || a.Due.Zero() {
				said = strings.TrimSuffix(said, " "+d.styles.Glyph.Dot+" ") + " " + d.styles.Glyph.Dot + " " + d.styles.Glyph.Late + " " + w.Summary.Incomplete
				row.Role = theme.Warn
			}
			row.Text = said
			rows = append(rows, row)
		}
	}
	return rows
}

// answers are the matters arising that were answered, and what was.
func (p summaryPage) answers() []widget.Row {
	var rows []widget.Row
	for _, a := range p.sheet.Answered() {
		said := a.Text + " " + p.d.styles.Glyph.Dot + " " + answersSaid(p.d, a)
		rows = append(rows, widget.Row{Label: a.Ref, Text: said, Target: target(a.Thing), Long: true})
	}
	return rows
}

// putOff are the items that go elsewhere, and where.
func (p summaryPage) putOff() []widget.Row {
	d, w := p.d, p.d.words().Summary
	var rows []widget.Row
	for _, i := range p.sheet.Items {
		goes := w.Waits
		switch {
		case i.Outcome == committee.Referred:
			goes = fmt.Sprintf(w.Referred, calledAs(d, p.sheet.Names, thing(committee.KindGroup, i.ReferredTo)))
		case i.Outcome != committee.PutOff:
			continue
		default:
			if next, taken := p.sheet.TakenUp[i.ID]; taken {
				goes = fmt.Sprintf(w.GoesTo, meetingTitle(d, next)+" "+d.styles.Glyph.Dot+" "+d.loc.Date(next.Starts))
			}
		}
		rows = append(rows, widget.Row{Text: i.Title + " " + d.styles.Glyph.Dot + " " + goes, Target: to(committee.KindAgendaItem, i.ID), Long: true})
	}
	return rows
}

func (p summaryPage) overridden() []widget.Row {
	d := p.d
	var rows []widget.Row
	for _, o := range p.sheet.Meeting.Overridden {
		about := committee.Thing{Kind: o.Kind, ID: o.Thing}
		parts := []string{d.loc.CheckSaid(o), called(d, o.Kind, p.sheet.Names[about])}
		rows = append(rows, widget.Row{Text: d.styles.Glyph.Late + " " + strings.Join(dropEmpty(parts), d.words().Sheet.Colon), Long: true})
	}
	return rows
}

// Commands are the keys of the page.
func (p summaryPage) Commands() []command {
	scroll := func(k keymap.Key) command {
		return command{key: k, do: func(now page, name string) (page, tea.Cmd) {
			if s, ok := now.(summaryPage); ok {
				s.view = scrollSheet(s.view, name)
				return s, nil
			}
			return now, nil
		}}
	}
	cmds := []command{scroll(keymap.Move)}
	if focused, ok := p.view.Focused(); ok {
		cmds = append(cmds, act(keymap.Open, "", func() tea.Cmd { return send(openedMsg{thingOf(focused)}) }))
	}
	if p.ready {
		off := ""
		if p.d.writeDocuments == nil {
			off = p.d.words().Summary.NoWriter
		}
		cmds = append(cmds, act(keymap.WriteDocuments, off, p.write))
		if s := p.meeting(); wantsAgain(p.d, s) {
			cmds = append(cmds, callsAgain(p.d, s))
		}
		for _, c := range meetingSteps(p.d, p.meeting(), "") {
			if c.key.Show == keymap.Reconvene.Show {
				cmds = append(cmds, reopens(c))
			}
		}
	}
	for _, k := range []keymap.Key{keymap.PageDown, keymap.PageUp, keymap.Top, keymap.Bottom} {
		cmds = append(cmds, quiet(scroll(k)))
	}
	return cmds
}

// reopens is the key that reopens the session, noted by the page.
func reopens(c command) command {
	do := c.do
	if do == nil {
		return c
	}
	c.do = func(now page, name string) (page, tea.Cmd) {
		next, cmd := do(now, name)
		if s, ok := next.(summaryPage); ok {
			s.reopening = true
			return s, cmd
		}
		return next, cmd
	}
	return c
}

// look looks, once, for what was written before.
func (p summaryPage) look() tea.Cmd {
	find, number, record := p.d.documents, p.number, p.sheet
	if p.asked || !p.ready || find == nil {
		return nil
	}
	return func() tea.Msg { return documentsMsg{page: number, paths: find(record), found: true} }
}

// write writes the record of decisions and the draft minutes.
func (p summaryPage) write() tea.Cmd {
	run, number, id := p.d.writeDocuments, p.number, p.id
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		paths, err := run(ctx, id)
		return documentsMsg{page: number, paths: paths, err: err}
	}
}
