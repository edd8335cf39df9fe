package store

import (
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// desk is what the tests of the work start from.
type desk struct {
	*Store
	t        *testing.T
	justice  committee.Institution
	sante    committee.Institution
	function committee.Function // of Justice
	person   committee.Person   // its titular
}

func newDesk(t *testing.T) desk {
	t.Helper()
	d := desk{Store: newStore(t), t: t}
	d.justice = must(d.SaveInstitution(ctx, committee.Institution{Name: "Ministère de la Justice", Acronym: "MJ", Capacity: committee.Member}))(t)
	d.sante = must(d.SaveInstitution(ctx, committee.Institution{Name: "Ministère de la Santé", Acronym: "MS", Capacity: committee.Member}))(t)
	d.function = must(d.SaveFunction(ctx, committee.Function{Institution: d.justice.ID, Title: "Secrétaire général"}))(t)
	d.person = must(d.SavePerson(ctx, committee.Person{Name: "Moussa Keïta"}))(t)
	must(d.SaveMandate(ctx, committee.Mandate{Person: d.person.ID, Function: d.function.ID, Kind: committee.Titular, From: "2017-01-01"}))(t)
	return d
}

// one value of each noun, for tests about something else.

func (d desk) action(a committee.Action) committee.Action {
	d.t.Helper()
	if a.Text == "" {
		a.Text = "Nommer un point focal"
	}
	return must(d.SaveAction(ctx, a))(d.t)
}

func (d desk) recommendation() committee.Recommendation {
	d.t.Helper()
	return must(d.SaveRecommendation(ctx, committee.Recommendation{On: "2017-11-01"}, "Désigner un point focal"))(d.t)
}

func (d desk) decision() committee.Decision {
	d.t.Helper()
	return must(d.SaveDecision(ctx, committee.Decision{On: "2017-11-01"}, "Le comité siège à Bamako"))(d.t)
}

// A meeting has a chair and a secretary unless it says otherwise.
func (d desk) meeting(m committee.Meeting) committee.Meeting {
	d.t.Helper()
	if m.Chair == "" && m.Secretary == "" {
		m.Chair, m.Secretary = d.person.ID, d.person.ID
	}
	if m.Kind == "" {
		m.Kind = committee.Ordinary
	}
	if m.Title == "" {
		m.Title = "Réunion"
	}
	return must(d.SaveMeeting(ctx, m))(d.t)
}

// adjourn ends a session and passes over what its record lacks.
func (d desk) adjourn(m committee.Meeting, at committee.Clock) (committee.Meeting, error) {
	failed, err := d.Checks(ctx, m.ID)
	if err != nil {
		return m, err
	}
	return d.AdjournMeeting(ctx, m.ID, m.Version, at, passed(failed)...)
}

// passed are checks, passed over.
func passed(failed []register.Check) (all []committee.Override) {
	for _, c := range failed {
		all = append(all, c.Override)
	}
	return all
}

// held is a meeting that was opened and adjourned on a day.
func (d desk) held(on committee.Date) committee.Meeting {
	d.t.Helper()
	m := d.meeting(committee.Meeting{Starts: on})
	m = must(d.OpenMeeting(ctx, m.ID, m.Version, "09:00"))(d.t)
	return must(d.adjourn(m, "12:00"))(d.t)
}

func (d desk) item(m committee.MeetingID, title string) committee.AgendaItem {
	d.t.Helper()
	return must(d.SaveAgendaItem(ctx, committee.AgendaItem{Meeting: m, Kind: committee.Discussion, Title: title}))(d.t)
}

func (d desk) guideline(texts ...string) (committee.Guideline, []committee.Article) {
	d.t.Helper()
	g := must(d.SaveGuideline(ctx, committee.Guideline{Heading: "Coordination nationale"}))(d.t)
	var all []committee.Article
	for _, text := range texts {
		all = append(all, must(d.SaveArticle(ctx, committee.Article{Guideline: g.ID}, text))(d.t))
	}
	return must(d.Guideline(ctx, g.ID))(d.t).Guideline, all
}

// adopted is a guideline that was adopted, with its articles as they are now.
func (d desk) adopted(texts ...string) (committee.Guideline, []committee.Article) {
	d.t.Helper()
	g, all := d.guideline(texts...)
	g = must(d.AdvanceGuideline(ctx, g.ID, g.Version, committee.VerbAdopt, ruling("2017-12-10")))(d.t)
	for i := range all {
		all[i] = must(d.Article(ctx, all[i].ID))(d.t).Article
	}
	return g, all
}

func ruling(on committee.Date) committee.Ruling { return committee.Ruling{On: on, Reason: "motif"} }

// lastEntry is the verb, the thing and the touched things of the last line of
// the journal.
func (d desk) lastEntry() (verb committee.Verb, thing committee.Thing, touched []committee.Kind) {
	d.t.Helper()
	var seq int64
	if err := d.reader.QueryRow("SELECT seq, verb, kind, id FROM journal ORDER BY seq DESC LIMIT 1").Scan(&seq, &verb, &thing.Kind, &thing.ID); err != nil {
		d.t.Fatal(err)
	}
	answer, err := d.reader.QueryContext(ctx, "SELECT kind FROM journal_change WHERE seq = ? ORDER BY n", seq)
	touched, err = collect(answer, err, func(row scanner) (k committee.Kind, err error) { return k, row.Scan(&k) })
	if err != nil {
		d.t.Fatal(err)
	}
	return verb, thing, touched
}

// walkEvery checks that windows of a list, in every order and both ways, meet
// every row of it once.
func walkEvery[L any](t *testing.T, orders map[string]order, id func(L) string, load func(register.Query) (register.Window[L], error)) {
	t.Helper()
	for key := range orders {
		for _, desc := range []bool{false, true} {
			q := register.Query{Sort: key, Desc: desc, Limit: 1000}
			all := must(load(q))(t)
			if all.Total != len(all.Rows) || !all.First || !all.Final {
				t.Errorf("%s desc=%v: %d rows of %d, first %v, final %v", key, desc, len(all.Rows), all.Total, all.First, all.Final)
			}
			q.Limit = 3
			var met []L
			for range len(all.Rows) {
				w := must(load(q))(t)
				if met = append(met, w.Rows...); w.Final {
					break
				}
				q.After = id(met[len(met)-1])
			}
			if len(met) != len(all.Rows) {
				t.Fatalf("%s desc=%v: met %d rows of %d", key, desc, len(met), len(all.Rows))
			}
			for i := range met {
				if id(met[i]) != id(all.Rows[i]) {
					t.Errorf("%s desc=%v: row %d differs", key, desc, i)
				}
			}
		}
	}
}
