package store

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// circulated holds a meeting of a body and lets its minutes circulate.
func (d desk) circulated(day committee.Date, group committee.GroupID) committee.Meeting {
	d.t.Helper()
	m := committee.Meeting{Starts: day, Group: group}
	if group != "" {
		m.Kind = committee.GroupMeeting
	}
	m = d.meeting(m)
	m = must(d.OpenMeeting(ctx, m.ID, m.Version, "09:00"))(d.t)
	m = must(d.AdjournMeeting(ctx, m.ID, m.Version, "12:00", committee.Override{Check: committee.CheckAttendance}))(d.t)
	return must(d.CirculateMinutes(ctx, m.ID, m.Version, day.Add(5)))(d.t)
}

// putOff adds an item to a meeting and postpones it.
func (d desk) putOff(m committee.MeetingID, title string) committee.AgendaItem {
	d.t.Helper()
	i := d.item(m, title)
	return must(d.SettleAgendaItem(ctx, i.ID, i.Version, committee.PutOff, "", "faute de temps"))(d.t)
}

// proposed adds an item to the backlog.
func (d desk) proposed(title string, of committee.GroupID) committee.AgendaItem {
	d.t.Helper()
	return must(d.SaveAgendaItem(ctx, committee.AgendaItem{Kind: committee.Discussion, Title: title, Planned: 20, Group: of}))(d.t)
}

// prepared makes the agenda of a meeting.
func (d desk) prepared(m committee.Meeting, p register.Preparation) {
	d.t.Helper()
	must(d.PrepareAgenda(ctx, m.ID, m.Version, p))(d.t)
}

func (d desk) pending(m committee.MeetingID) register.Pending {
	d.t.Helper()
	return must(d.Pending(ctx, m))(d.t)
}

// allOf asks for all that waits.
func allOf(p register.Pending) register.Preparation {
	all := register.Preparation{Template: true, Matters: true}
	for _, m := range p.Minutes {
		all.Minutes = append(all.Minutes, m.ID)
	}
	for _, i := range p.PutOff {
		all.PutOff = append(all.PutOff, i.Item.ID)
	}
	for _, i := range p.Proposed {
		all.Proposed = append(all.Proposed, i.Item.ID)
	}
	return all
}

func titlesOf(items []register.PendingItem) (titles []string) {
	for _, i := range items {
		titles = append(titles, i.Item.Title)
	}
	return titles
}

func TestAnAgendaIsPrepared(t *testing.T) {
	d := newDesk(t)
	before := d.circulated("2017-10-05", "")
	late := d.putOff(d.meeting(committee.Meeting{Starts: "2017-11-02"}).ID, "Budget")
	d.proposed("Calendrier", "")
	m := d.meeting(committee.Meeting{Starts: "2017-12-15", StartTime: "09:00", EndTime: "12:00"})
	d.item(m.ID, "Point ajouté à la main")
	want := []string{
		"Ouverture de la séance, vérification du quorum", "Adoption de l’ordre du jour",
		"Adoption du procès-verbal\u00a0: réunion ordinaire n°\u00a001/2017, 05/10/2017", "Affaires découlant des procès-verbaux précédents",
		"Budget", "Point ajouté à la main", "Calendrier", "Points divers", "Récapitulation des décisions, prochaine réunion",
	}
	t.Run("what there is comes in the order of an agenda, in one change", func(t *testing.T) {
		lines := journalLines(t, d.Store)
		d.prepared(m, allOf(d.pending(m.ID)))
		if got := d.agenda(m.ID); !slices.Equal(got, want) {
			t.Errorf("the agenda is\n%s", strings.Join(got, "\n"))
		}
		if n := journalLines(t, d.Store) - lines; n != 1 {
			t.Errorf("it took %d lines of the journal", n)
		}
	})
	items := must(d.Meeting(ctx, m.ID))(t).Items
	t.Run("each item knows what it is for, and what it takes up", func(t *testing.T) {
		if items[2].Purpose != committee.MinutesAdoption || items[2].Concerns != before.ID || items[3].Purpose != committee.MattersArising {
			t.Errorf("minutes %+v, matters %+v", items[2], items[3])
		}
		if items[4].From != late.ID || items[4].ID == late.ID || items[4].Planned != late.Planned {
			t.Errorf("taken up as %+v", items[4])
		}
		for _, i := range []int{0, 1, 2, 3, 7, 8} {
			if items[i].Planned == 0 {
				t.Errorf("%q has no time", items[i].Title)
			}
		}
	})
	t.Run("the record of the earlier meeting stays as it was", func(t *testing.T) {
		if got := must(d.AgendaItem(ctx, late.ID))(t).Item; got.Version != late.Version || got.Meeting != late.Meeting {
			t.Errorf("it is %+v", got)
		}
	})
	t.Run("again, it adds nothing twice", func(t *testing.T) {
		lines := journalLines(t, d.Store)
		d.prepared(m, register.Preparation{
			Template: true, Matters: true, Minutes: []committee.MeetingID{before.ID}, PutOff: []committee.AgendaItemID{late.ID},
			Proposed: []committee.AgendaItemID{items[6].ID},
		})
		if got := d.agenda(m.ID); !slices.Equal(got, want) {
			t.Errorf("the agenda is\n%s", strings.Join(got, "\n"))
		}
		if journalLines(t, d.Store) != lines {
			t.Error("it wrote")
		}
		p := d.pending(m.ID)
		if len(p.Template)+len(p.Minutes)+len(p.PutOff)+len(p.Proposed) > 0 || !p.Arising {
			t.Errorf("still waiting: %+v", p)
		}
	})
}

// What somebody wrote by hand is what its title says: it is not doubled, and
// what is prepared stands where an agenda has it.
func TestAnAgendaByHandIsTakenForWhatItSays(t *testing.T) {
	d := newDesk(t)
	group := must(d.SaveGroup(ctx, committee.Group{Name: "Prévention", Kind: committee.Standing}))(t).ID
	before := d.circulated("2017-10-05", group)
	m := d.meeting(committee.Meeting{Kind: committee.GroupMeeting, Group: group, Starts: "2017-12-15"})
	byHand := func(titles ...string) {
		for _, title := range titles {
			d.item(m.ID, title)
		}
	}
	byHand("Ouverture et mot du Président", "Budget", "Divers")
	t.Run("what is prepared comes after an opening, before the rest", func(t *testing.T) {
		d.prepared(m, register.Preparation{Matters: true})
		want := []string{"Ouverture et mot du Président", "Affaires découlant des procès-verbaux précédents", "Budget", "Divers"}
		if got := d.agenda(m.ID); !slices.Equal(got, want) {
			t.Errorf("the agenda is\n%s", strings.Join(got, "\n"))
		}
		items := must(d.Meeting(ctx, m.ID))(t).Items
		if items[0].Purpose != committee.Opening || items[2].Purpose != committee.NoPurpose || items[3].Kind != committee.Discussion {
			t.Errorf("the items are %+v", items)
		}
	})
	m = d.meeting(committee.Meeting{Kind: committee.GroupMeeting, Group: group, Starts: "2017-12-16"})
	titles := []string{"Ouverture", "Ordre du jour", "Adoption du PV d’octobre", "Suites de la réunion précédente", "Budget", "Divers"}
	byHand(titles...)
	t.Run("what is there by hand is not waited for", func(t *testing.T) {
		p := d.pending(m.ID)
		if !p.Arising || slices.ContainsFunc(p.Template, func(i committee.AgendaItem) bool {
			return i.Purpose == committee.Opening || i.Purpose == committee.AgendaAdoption || i.Kind == committee.AnyOtherBusiness
		}) {
			t.Errorf("waiting: %+v", p)
		}
	})
	t.Run("nor doubled, and does what the prepared item would", func(t *testing.T) {
		d.prepared(m, register.Preparation{Matters: true, Minutes: []committee.MeetingID{before.ID}})
		if got := d.agenda(m.ID); !slices.Equal(got, titles) {
			t.Errorf("the agenda is\n%s", strings.Join(got, "\n"))
		}
		items := must(d.Meeting(ctx, m.ID))(t).Items
		if items[2].Purpose != committee.MinutesAdoption || items[2].Concerns != before.ID || items[3].Purpose != committee.MattersArising {
			t.Errorf("minutes %+v, matters %+v", items[2], items[3])
		}
	})
	t.Run("of several minutes each goes to the item that names it", func(t *testing.T) {
		later := d.circulated("2017-11-02", group)
		m = d.meeting(committee.Meeting{Kind: committee.GroupMeeting, Group: group, Starts: "2017-12-17"})
		byHand("PV", "Adoption du PV du 2 novembre 2017")
		d.prepared(m, register.Preparation{Minutes: []committee.MeetingID{before.ID, later.ID}})
		items := must(d.Meeting(ctx, m.ID))(t).Items
		if len(items) != 3 || items[2].Concerns != later.ID && items[1].Concerns != later.ID || !slices.ContainsFunc(items, func(i committee.AgendaItem) bool { return i.Concerns == before.ID }) {
			t.Errorf("the agenda is\n%s", strings.Join(d.agenda(m.ID), "\n"))
		}
	})
}

// One item for the reports of all groups stands for that of each; minutes that an
// item names by their month among others are known to be there, and an item that
// names another month is not taken for the only one there is.
func TestAnItemByHandStandsForSeveral(t *testing.T) {
	d := newDesk(t)
	for _, name := range []string{"Prévention", "Protection"} {
		must(d.SaveGroup(ctx, committee.Group{Name: name, Kind: committee.Standing}))(t)
	}
	july, october := d.circulated("2017-07-13", ""), d.circulated("2017-10-26", "")
	m := d.meeting(committee.Meeting{Kind: committee.Ordinary, Starts: "2017-12-15"})
	d.item(m.ID, "Procès-verbaux de juillet et d’octobre")
	reports := func() (n int) {
		for _, i := range d.pending(m.ID).Template {
			if i.Group != "" {
				n++
			}
		}
		return n
	}
	if p := d.pending(m.ID); reports() != 2 || p.Listed[july.ID] == "" || p.Listed[october.ID] == "" {
		t.Errorf("waiting: %d reports, %v", reports(), p.Listed)
	}
	d.item(m.ID, "Rapports des deux groupes de travail")
	if reports() != 0 {
		t.Errorf("%d reports wait beside that of all", reports())
	}
	m = d.meeting(committee.Meeting{Kind: committee.Ordinary, Starts: "2017-12-16"})
	d.item(m.ID, "Adoption du PV de juillet")
	d.prepared(m, register.Preparation{Minutes: []committee.MeetingID{october.ID}})
	if items := must(d.Meeting(ctx, m.ID))(t).Items; len(items) != 2 || items[0].Concerns != "" && items[0].Concerns != october.ID || items[1].Title == "Adoption du PV de juillet" && items[1].Concerns != "" {
		t.Errorf("the agenda is\n%s", strings.Join(d.agenda(m.ID), "\n"))
	}
}

func TestAnAgendaIsPreparedInTime(t *testing.T) {
	d := newDesk(t)
	m := d.meeting(committee.Meeting{Starts: "2017-12-15"})
	t.Run("an old version is refused", func(t *testing.T) {
		_, err := d.PrepareAgenda(ctx, m.ID, m.Version+1, register.Preparation{Template: true})
		var e *committee.ConflictError
		if !errors.As(err, &e) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("once the session is adjourned, it is too late", func(t *testing.T) {
		before := d.held("2017-10-05")
		_, err := d.PrepareAgenda(ctx, before.ID, before.Version, register.Preparation{Template: true})
		refused(t, err, committee.ReasonState)
	})
	t.Run("an item taken up elsewhere is not taken up twice", func(t *testing.T) {
		late := d.putOff(d.meeting(committee.Meeting{Starts: "2017-11-02"}).ID, "Budget")
		d.prepared(m, register.Preparation{PutOff: []committee.AgendaItemID{late.ID}})
		other := d.meeting(committee.Meeting{Starts: "2018-01-10"})
		_, err := d.PrepareAgenda(ctx, other.ID, other.Version, register.Preparation{PutOff: []committee.AgendaItemID{late.ID}})
		refused(t, err, committee.ReasonOnAgenda)
	})
	t.Run("it is taken back in one step", func(t *testing.T) {
		other := d.meeting(committee.Meeting{Starts: "2018-01-11"})
		d.prepared(other, register.Preparation{Template: true, Matters: true})
		if err := d.Undo(ctx, must(d.LastLine(ctx))(t)); err != nil {
			t.Fatal(err)
		}
		if got := d.agenda(other.ID); len(got) != 0 {
			t.Errorf("the agenda is %v", got)
		}
	})
}

func TestTemplates(t *testing.T) {
	d := newDesk(t)
	group := must(d.SaveGroup(ctx, committee.Group{Name: "Prévention", Kind: committee.Standing}))(t)
	for _, tt := range []struct {
		name string
		m    committee.Meeting
		want []string
	}{
		{"a standing group reports to an ordinary meeting", committee.Meeting{Starts: "2017-12-15"}, []string{
			"Ouverture de la séance, vérification du quorum", "Adoption de l’ordre du jour", "Rapport du groupe de travail\u00a0: Prévention",
			"Points divers", "Récapitulation des décisions, prochaine réunion",
		}},
		{"an extraordinary meeting deals with its object only", committee.Meeting{Kind: committee.Extraordinary, Starts: "2017-12-15"}, []string{
			"Ouverture de la séance, vérification du quorum", "Adoption de l’ordre du jour", "Examen de l’objet de la réunion",
			"Récapitulation des décisions, prochaine réunion",
		}},
		{"a group examines what was referred to it", committee.Meeting{Kind: committee.GroupMeeting, Group: group.ID, Starts: "2017-12-15"}, []string{
			"Ouverture de la séance, présences", "Adoption de l’ordre du jour", "Examen des questions confiées au groupe",
			"Formulation des recommandations à soumettre à la plénière", "Points divers", "Récapitulation, prochaine réunion du groupe",
		}},
		{"a workshop has a plenary and a group session on each day", committee.Meeting{Kind: committee.Workshop, Starts: "2017-10-30", Ends: "2017-11-01"}, []string{
			"Cérémonie d’ouverture", "Présentation des objectifs, adoption du programme",
			"Séance plénière du jour 1", "Travaux de groupe du jour 1", "Séance plénière du jour 2", "Travaux de groupe du jour 2",
			"Séance plénière du jour 3", "Restitution des travaux de groupe en plénière", "Examen et adoption des recommandations",
			"Récapitulation des résultats, clôture",
		}},
		{"a meeting held in English has an English agenda", committee.Meeting{Kind: committee.Extraordinary, Starts: "2017-12-15", Language: committee.English}, []string{
			"Opening of the session, quorum check", "Adoption of the agenda", "Examination of the object of the meeting",
			"Recapitulation of decisions, next meeting",
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m := d.meeting(tt.m)
			for range 2 { // the second time adds nothing
				d.prepared(m, register.Preparation{Template: true})
				if got := d.agenda(m.ID); !slices.Equal(got, tt.want) {
					t.Errorf("the agenda is\n%s", strings.Join(got, "\n"))
				}
			}
		})
	}
	t.Run("what is taken over stands on the first day of a workshop", func(t *testing.T) {
		m := d.meeting(committee.Meeting{Kind: committee.Workshop, Starts: "2017-10-30", Ends: "2017-10-31"})
		d.prepared(m, register.Preparation{Template: true, Matters: true})
		items := must(d.Meeting(ctx, m.ID))(t).Items
		if items[2].Purpose != committee.MattersArising || items[2].Day != 1 || items[len(items)-1].Day != 2 {
			t.Errorf("the agenda is %v", d.agenda(m.ID))
		}
	})
	t.Run("the object of an extraordinary meeting that is there already is not added", func(t *testing.T) {
		m := d.meeting(committee.Meeting{Kind: committee.Extraordinary, Starts: "2017-12-15"})
		must(d.SaveAgendaItem(ctx, committee.AgendaItem{Meeting: m.ID, Kind: committee.ForDecisionItem, Title: "Budget rectifié"}))(t)
		d.prepared(m, register.Preparation{Template: true})
		if got := d.agenda(m.ID); len(got) != 4 || got[2] != "Budget rectifié" {
			t.Errorf("the agenda is %v", got)
		}
	})
}

// What is put on the agenda of a session under way is marked as added in session
// and comes after the item that is dealt with, whose number stays; an agenda that
// is only made then has nothing that was added.
func TestWhatIsPreparedInSessionIsAddedInSession(t *testing.T) {
	d := newDesk(t)
	d.circulated("2017-10-05", "")
	x := d.plenary()
	more, one := d.proposed("Calendrier", ""), d.proposed("Budget", "")
	next := must(d.TakeUpItem(ctx, x.next.ID, x.next.Version))(t)
	d.prepared(x.now(t).Meeting, register.Preparation{Minutes: allOf(d.pending(x.m.ID)).Minutes, Matters: true, Proposed: []committee.AgendaItemID{more.ID}})
	must(d.PutOnAgenda(ctx, one.ID, one.Version, x.m.ID))(t)
	items := x.now(t).Items
	if len(items) != 6 || items[1].ID != next.ID {
		t.Fatalf("the agenda is %v", d.agenda(x.m.ID))
	}
	for n, i := range items {
		if i.Late != (n > 1) || i.Position != n+1 {
			t.Errorf("%q stands at %d, added in session: %t", i.Title, i.Position, i.Late)
		}
	}
	empty := newDesk(t)
	m := empty.meeting(committee.Meeting{Starts: "2017-12-15"})
	m = must(empty.OpenMeeting(ctx, m.ID, m.Version, "09:00"))(t)
	empty.prepared(m, register.Preparation{Template: true})
	if all := must(empty.Meeting(ctx, m.ID))(t).Items; len(all) == 0 || all[0].Late {
		t.Errorf("an agenda made in session is %+v", all)
	}
}
