package tui

import (
	"context"
	"fmt"
	"maps"
	"slices"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// blocBook is what adopting several recommendations needs of the file.
type blocBook interface {
	AdoptTogether(context.Context, committee.MeetingID, committee.AgendaItemID, []register.Ruled, ...committee.RecommendationID) ([]committee.Recommendation, error)
}

// mostBloc is how many recommendations are shown to be adopted together.
const mostBloc = 200

// blocSheet is what awaits a decision under an item: what was proposed there,
// and by its group; all that a workshop proposed where that is gathered.
type blocSheet struct {
	item     committee.AgendaItem
	names    register.Names // the meeting's among them
	proposed []register.RecommendationSheet
	// elsewhere are those that another meeting than this one, or than the
	// group's own, left to be decided: they are not what the item is about.
	elsewhere map[committee.RecommendationID]bool
}

// blocPage adopts the recommendations of an item together, but for those that
// are excepted: these are ruled on one by one, by their usual keys.
type blocPage struct {
	reading[blocSheet]
	id   committee.MeetingID
	item committee.AgendaItemID
	// off are the exceptions, texts the wordings amended on the spot.
	off       map[committee.RecommendationID]bool
	texts     map[committee.RecommendationID]string
	rewording committee.RecommendationID
	form      widget.Form // for its draft: the page has none of its own
}

// newBloc opens the recommendations that await a decision under an item.
func newBloc(d *desk, id committee.MeetingID, item committee.AgendaItemID) page {
	return blocOn(d, id, item)
}

// together opens them, or says that there is none.
func together(d *desk, id committee.MeetingID, item committee.AgendaItemID) tea.Cmd {
	book := d.book
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		s, err := readBloc(ctx, book, item)
		switch {
		case err != nil:
			return failedQuietlyMsg{err}
		case len(s.proposed) == 0:
			return noticedMsg{text: d.words().Bloc.Empty, role: theme.Warn}
		}
		return invokedMsg{func(r root) (tea.Model, tea.Cmd) { return r.Update(pushedMsg{newBloc(r.d, id, item)}) }}
	}
}

func blocOn(d *desk, id committee.MeetingID, item committee.AgendaItemID) blocPage {
	return blocPage{
		reading: newReading[blocSheet](d), id: id, item: item, form: widget.NewForm(widget.FormConfig{}),
		off: map[committee.RecommendationID]bool{}, texts: map[committee.RecommendationID]string{},
	}
}

// Init reads the recommendations, or reads them anew.
func (p blocPage) Init() tea.Cmd { return p.read(p.from()) }

func (p blocPage) from() func(context.Context, Book) (blocSheet, error) {
	item := p.item
	return func(ctx context.Context, b Book) (blocSheet, error) { return readBloc(ctx, b, item) }
}

func readBloc(ctx context.Context, b Book, id committee.AgendaItemID) (s blocSheet, err error) {
	i, err := b.AgendaItem(ctx, id)
	if err != nil {
		return s, err
	}
	s.item, s.names = i.Item, i.Names
	from := []committee.Thing{thing(committee.KindAgendaItem, id), thing(committee.KindAgendaItem, i.Item.From), thing(committee.KindGroup, i.Item.Group)}
	if i.Item.Gathers(i.Meeting) {
		from = append(from, thing(committee.KindMeeting, i.Meeting.ID))
	}
	var found []committee.RecommendationID
	for _, of := range from {
		if of.Zero() {
			continue
		}
		w, err := b.Recommendations(ctx, register.Query{Of: of, Scope: register.AwaitsDecision, Sort: "ref", Limit: mostBloc})
		if err != nil {
			return s, err
		}
		for _, l := range w.Rows {
			if !slices.Contains(found, l.ID) {
				found = append(found, l.ID)
			}
		}
	}
	for _, id := range found[:min(len(found), mostBloc)] {
		r, err := b.Recommendation(ctx, id)
		if err != nil {
			return s, err
		}
		s.proposed = append(s.proposed, r)
	}
	s.elsewhere, err = fromElsewhere(ctx, b, i.Item, s.proposed)
	return s, err
}

// fromElsewhere finds what was proposed at another meeting than that of the
// item; what a group proposed, at a meeting of its own or at none, is its own
// to report.
func fromElsewhere(ctx context.Context, b Book, i committee.AgendaItem, all []register.RecommendationSheet) (map[committee.RecommendationID]bool, error) {
	other, own := map[committee.RecommendationID]bool{}, map[committee.MeetingID]bool{"": true, i.Meeting: true}
	for _, s := range all {
		at := s.Recommendation.Meeting
		if _, known := own[at]; !known {
			m, err := b.Meeting(ctx, at)
			if err != nil {
				return nil, err
			}
			own[at] = m.Meeting.Group != "" && m.Meeting.Group == i.Group
		}
		other[s.Recommendation.ID] = !own[at]
	}
	return other, nil
}

// Title says under which item they are adopted.
func (p blocPage) Title() string { return fmt.Sprintf(p.d.words().Bloc.Title, p.sheet.item.Title) }

// Side counts what is ticked.
func (p blocPage) Side() string {
	return p.d.loc.Count(p.d.words().Bloc.Count, len(p.ticked()), p.d.loc.Number(len(p.sheet.proposed)))
}

// ticked are those to be adopted together, each in the wording it then has.
func (p blocPage) ticked() []register.Ruled {
	var all []register.Ruled
	for _, s := range p.sheet.proposed {
		if r := s.Recommendation; !p.excepted(r) {
			all = append(all, register.Ruled{ID: r.ID, Version: r.Version, Text: p.texts[r.ID]})
		}
	}
	return all
}

// excepted tells whether a recommendation is left out; one that was deferred,
// or that another meeting left, is until it is taken in.
func (p blocPage) excepted(r committee.Recommendation) bool {
	if off, said := p.off[r.ID]; said {
		return off
	}
	return r.Outcome.State == committee.Deferred || p.sheet.elsewhere[r.ID]
}

// Update takes answers, and the wordings amended on the spot.
func (p blocPage) Update(msg tea.Msg) (page, tea.Cmd) {
	if msg, ok := msg.(savedMsg); ok {
		if worded, ok := p.worded(msg); ok {
			return worded.show(), nil
		}
	}
	var cmd tea.Cmd
	drawn := false
	if p.reading, cmd, drawn = p.took(msg, p.id, p.from()); drawn && p.ready {
		return p.settled().show(), cmd
	}
	return p, cmd
}

func (p blocPage) show() blocPage {
	w, g := p.d.words().Bloc, p.d.styles.Glyph
	var rows []widget.Row
	for _, s := range p.sheet.proposed {
		r := s.Recommendation
		row := widget.Row{Label: g.Check + " " + w.Ticked, Text: r.Ref + "  " + r.Words.Text(), Target: to(committee.KindRecommendation, r.ID), Long: true, Answers: true}
		text, amended := p.texts[r.ID]
		if amended {
			row.Text = r.Ref + "  " + text
		}
		if at := calledAs(p.d, s.Names, thing(committee.KindMeeting, r.Meeting)); p.sheet.elsewhere[r.ID] && at != "" {
			row.Text += " " + g.Dot + " " + fmt.Sprintf(w.Elsewhere, at)
		}
		if p.excepted(r) {
			row.Label, row.Role = g.Open+" "+w.Excepted, theme.Muted
		} else if amended {
			row.Label = g.Check + " " + w.Amended
		}
		rows = append(rows, row)
	}
	var blocks []widget.Block
	if len(p.sheet.proposed) > 0 {
		if s := p.sheet.proposed[0].Sitting; s.Quorum.Missed() { // it is said, and the committee decides
			blocks = append(blocks, widget.Block{Rows: []widget.Row{{Text: g.Late + " " + p.d.loc.Missed(s.Base, s.Quorum), Role: theme.Bad}}})
		}
	}
	p.view = p.view.Set(append(blocks, widget.Block{Rows: rows, Empty: w.Empty}))
	return p
}

// chosen is the recommendation in focus.
func (p blocPage) chosen() (register.RecommendationSheet, bool) {
	focused, _ := p.view.Focused()
	for _, s := range p.sheet.proposed {
		if to(committee.KindRecommendation, s.Recommendation.ID) == focused {
			return s, true
		}
	}
	return register.RecommendationSheet{}, false
}

// Commands are the keys of the list, then those of the one in focus.
func (p blocPage) Commands() []command {
	scroll := func(k keymap.Key) command {
		return turning(k, func(p blocPage, name string) (page, tea.Cmd) {
			p.view = scrollSheet(p.view, name)
			return p, nil
		})
	}
	adopt := turning(keymap.AdoptBloc, func(p blocPage, _ string) (page, tea.Cmd) { return p, p.adopt() })
	adopt.once, adopt.off = true, p.d.can(committee.VerbAdopt, committee.KindRecommendation)
	if adopt.off == "" && len(p.ticked()) == 0 {
		adopt.off = p.d.words().Bloc.NoneTicked
	}
	cmds := []command{scroll(keymap.Move), adopt}
	if s, ok := p.chosen(); ok {
		tick := turning(keymap.Except, func(p blocPage, _ string) (page, tea.Cmd) {
			p.off = maps.Clone(p.off)
			p.off[s.Recommendation.ID] = !p.excepted(s.Recommendation)
			return p.show(), nil
		})
		if p.excepted(s.Recommendation) {
			tick.word = p.d.words().Bloc.TakeBackIn
		}
		reword := turning(keymap.Reword, func(p blocPage, _ string) (page, tea.Cmd) {
			p.rewording = s.Recommendation.ID
			return p, rewordBloc(p.d, p.seed(s.Recommendation))
		})
		reword.once = true
		cmds = append(append(cmds, tick, reword), p.rulings(s)...)
	}
	if p.Unsaved() {
		for _, k := range []keymap.Key{keymap.Back, keymap.Places, keymap.Go} {
			cmds = append(cmds, quiet(p.leaving(k)))
		}
	}
	for _, k := range []keymap.Key{keymap.PageDown, keymap.PageUp, keymap.Top, keymap.Bottom} {
		cmds = append(cmds, quiet(scroll(k)))
	}
	return cmds
}

// rulings are the usual keys of the recommendation in focus, at this meeting.
func (p blocPage) rulings(s register.RecommendationSheet) []command {
	r := s.Recommendation
	r.Meeting = p.id
	cmds := proposalCommands(p.d, recommendationProposal(r, p.sheet.names).at(s.Sitting))
	for i := range cmds {
		cmds[i].quiet = !p.excepted(s.Recommendation)
	}
	return cmds
}

// adopt adopts in one change all that is ticked, and goes back to where one came
// from.
func (p blocPage) adopt() tea.Cmd {
	id, item, all := p.id, p.item, p.ticked()
	var excepted []committee.RecommendationID
	for _, s := range p.sheet.proposed {
		if p.off[s.Recommendation.ID] { // what was never ticked was not put to them
			excepted = append(excepted, s.Recommendation.ID)
		}
	}
	said := p.d.loc.Count(p.d.words().Bloc.Adopted, len(all))
	if left := len(p.sheet.proposed) - len(all); left > 0 {
		said += " " + p.d.styles.Glyph.Dot + " " + p.d.loc.Count(p.d.words().Adoption.Left, left)
	}
	adopted := carry(p.d, said, func(ctx context.Context, b Book) (committee.Thing, error) {
		_, err := b.AdoptTogether(ctx, id, item, all, excepted...)
		return thing(committee.KindAgendaItem, item), err
	})
	number := p.number
	return func() tea.Msg {
		msg := adopted()
		if done, ok := msg.(savedMsg); ok {
			done.from = number // the page is left
			return done
		}
		return msg
	}
}
