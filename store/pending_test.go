package store

import (
	"slices"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

func TestWhatWaitsForAMeeting(t *testing.T) {
	d := newDesk(t)
	group := must(d.SaveGroup(ctx, committee.Group{Name: "Prévention", Kind: committee.Standing}))(t)
	draft, circulating, ofGroup := d.held("2017-09-07"), d.circulated("2017-10-05", ""), d.circulated("2017-10-06", group.ID)
	m := d.meeting(committee.Meeting{Starts: "2017-12-15"})
	ofTheGroup := d.meeting(committee.Meeting{Kind: committee.GroupMeeting, Group: group.ID, Starts: "2017-12-16"})
	t.Run("minutes that circulate, and drafts, of the same body", func(t *testing.T) {
		p := d.pending(m.ID)
		if len(p.Minutes) != 2 || p.Minutes[0].ID != draft.ID || p.Minutes[0].Minutes != committee.MinutesDraft || p.Minutes[1].ID != circulating.ID {
			t.Errorf("%+v wait", p.Minutes)
		}
		if p := d.pending(ofTheGroup.ID); len(p.Minutes) != 1 || p.Minutes[0].ID != ofGroup.ID {
			t.Errorf("for the group %+v wait", p.Minutes)
		}
	})
	t.Run("items put off, referred, or left on a cancelled meeting", func(t *testing.T) {
		earlier, cancelled := d.meeting(committee.Meeting{Starts: "2017-11-02"}), d.meeting(committee.Meeting{Starts: "2017-11-20"})
		d.putOff(earlier.ID, "Budget")
		i := d.item(earlier.ID, "Étude")
		must(d.SettleAgendaItem(ctx, i.ID, i.Version, committee.Referred, group.ID, ""))(t)
		d.item(cancelled.ID, "Visite")
		must(d.CancelMeeting(ctx, cancelled.ID, cancelled.Version, "salle prise"))(t)
		if got := titlesOf(d.pending(m.ID).PutOff); !slices.Equal(got, []string{"Budget", "Visite"}) {
			t.Errorf("for the plenary %v wait", got)
		}
		if got := titlesOf(d.pending(ofTheGroup.ID).PutOff); !slices.Equal(got, []string{"Étude"}) {
			t.Errorf("for the group %v wait", got)
		}
	})
	t.Run("the meetings that an item was carried over are counted, cancelled ones not", func(t *testing.T) {
		p := d.pending(m.ID)
		if p.PutOff[0].Carried != 1 || p.PutOff[0].On != "2017-11-02" || p.PutOff[0].Meeting != "Réunion" || p.PutOff[1].Carried != 0 {
			t.Errorf("%+v", p.PutOff)
		}
		d.prepared(m, register.Preparation{PutOff: []committee.AgendaItemID{p.PutOff[0].Item.ID}})
		again := must(d.Meeting(ctx, m.ID))(t).Items[0]
		must(d.SettleAgendaItem(ctx, again.ID, again.Version, committee.PutOff, "", ""))(t)
		later := d.meeting(committee.Meeting{Starts: "2018-01-18"})
		if p := d.pending(later.ID); p.PutOff[1].Item.ID != again.ID || p.PutOff[1].Carried != 2 {
			t.Errorf("%+v", p.PutOff)
		}
	})
	t.Run("a group is offered what is proposed for it, the plenary everything", func(t *testing.T) {
		d.proposed("Pour tous", "")
		d.proposed("Pour le groupe", group.ID)
		if got := titlesOf(d.pending(m.ID).Proposed); !slices.Equal(got, []string{"Pour tous", "Pour le groupe"}) {
			t.Errorf("the plenary is offered %v", got)
		}
		if got := titlesOf(d.pending(ofTheGroup.ID).Proposed); !slices.Equal(got, []string{"Pour le groupe"}) {
			t.Errorf("the group is offered %v", got)
		}
	})
	t.Run("what is open is counted: of the group when a group meets", func(t *testing.T) {
		d.action(committee.Action{})
		d.action(committee.Action{Group: group.ID})
		if all, own := d.pending(m.ID).Matters, d.pending(ofTheGroup.ID).Matters; all != 2 || own != 1 {
			t.Errorf("%d matters in all, %d of the group", all, own)
		}
	})
}

func TestWhatIsOnTheAgendaAlready(t *testing.T) {
	d := newDesk(t)
	other := d.meeting(committee.Meeting{Starts: "2018-03-01"})
	want := []string{"Un", "Deux", "Trois", "Quatre", "Cinq"}
	for _, title := range want {
		d.item(other.ID, title)
	}
	var got []string
	for _, i := range d.pending(other.ID).Items {
		got = append(got, i.Title)
	}
	if !slices.Equal(got, want) {
		t.Errorf("on the agenda are %v", got)
	}
}

func TestBacklog(t *testing.T) {
	d := newDesk(t)
	one, two := d.proposed("Un", ""), d.proposed("Deux", "")
	titles := func(q register.Query) []string { return titlesOf(must(d.Proposals(ctx, q))(t).Rows) }
	t.Run("it is in order, with the day of each proposal", func(t *testing.T) {
		w := must(d.Proposals(ctx, register.Query{}))(t)
		if got := titlesOf(w.Rows); !slices.Equal(got, []string{"Un", "Deux"}) || w.Total != 2 || w.Rows[0].On != d.today() {
			t.Errorf("%+v", w)
		}
	})
	t.Run("a proposed item moves up and down in it", func(t *testing.T) {
		two = must(d.MoveAgendaItem(ctx, two.ID, two.Version, -1))(t)
		if got := titles(register.Query{}); !slices.Equal(got, []string{"Deux", "Un"}) {
			t.Errorf("it is %v", got)
		}
		_, err := d.MoveAgendaItem(ctx, two.ID, two.Version, -1)
		refused(t, err, committee.ReasonEdge)
	})
	t.Run("it is filtered by the words of a row", func(t *testing.T) {
		if got := titles(register.Query{Filter: "deu"}); !slices.Equal(got, []string{"Deux"}) {
			t.Errorf("found %v", got)
		}
	})
	t.Run("it is sorted by each of its columns", func(t *testing.T) {
		for _, key := range []string{"title", "kind", "since", "presenter", "group", "planned"} {
			if got := titles(register.Query{Sort: key}); len(got) != 2 {
				t.Errorf("by %s it is %v", key, got)
			}
		}
	})
	t.Run("its page shows an item without a meeting", func(t *testing.T) {
		if s := must(d.AgendaItem(ctx, one.ID))(t); s.Item.Title != "Un" || s.Meeting.ID != "" {
			t.Errorf("%+v", s)
		}
	})
}

func TestBacklogIsLeft(t *testing.T) {
	d := newDesk(t)
	one, two := d.proposed("Un", ""), d.proposed("Deux", "")
	titles := func(q register.Query) []string { return titlesOf(must(d.Proposals(ctx, q))(t).Rows) }
	t.Run("put on an agenda it leaves the backlog, before any other business", func(t *testing.T) {
		m := d.meeting(committee.Meeting{Starts: "2017-12-15"})
		d.prepared(m, register.Preparation{Template: true})
		put := must(d.PutOnAgenda(ctx, one.ID, one.Version, m.ID))(t)
		if got := d.agenda(m.ID); got[2] != "Un" || got[3] != "Points divers" || put.Position != 3 || put.ID != one.ID {
			t.Errorf("the agenda is %v", got)
		}
		if got := titles(register.Query{}); !slices.Equal(got, []string{"Deux"}) {
			t.Errorf("the backlog is %v", got)
		}
		_, err := d.PutOnAgenda(ctx, put.ID, put.Version, m.ID)
		refused(t, err, committee.ReasonOnAgenda)
	})
	t.Run("nothing is put on the agenda of an adjourned session", func(t *testing.T) {
		_, err := d.PutOnAgenda(ctx, two.ID, two.Version, d.held("2017-09-07").ID)
		refused(t, err, committee.ReasonState)
	})
	t.Run("archived it is set aside", func(t *testing.T) {
		if err := d.Archive(ctx, agendaItems.thing(string(two.ID)), two.Version, false); err != nil {
			t.Fatal(err)
		}
		if got := titles(register.Query{Archived: true}); !slices.Equal(got, []string{"Deux"}) {
			t.Errorf("set aside are %v", got)
		}
	})
}
