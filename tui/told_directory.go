package tui

import (
	"fmt"
	"strconv"
	"strings"

	"suivi/internal/committee"
)

func init() {
	tellers[committee.KindCommittee] = tells(tellCommittee, func(v committee.Committee) committee.Stamp { return v.Stamp })
	tellers[committee.KindAxis] = tells(tellAxis, func(v committee.Axis) committee.Stamp { return v.Stamp })
	tellers[committee.KindInstitution] = tells(tellInstitution, func(v committee.Institution) committee.Stamp { return v.Stamp })
	tellers[committee.KindFunction] = tells(tellFunction, func(v committee.Function) committee.Stamp { return v.Stamp })
	tellers[committee.KindPerson] = tells(tellPerson, func(v committee.Person) committee.Stamp { return v.Stamp })
	tellers[committee.KindMandate] = tells(tellMandate, func(v committee.Mandate) committee.Stamp { return v.Stamp })
	tellers[committee.KindGroup] = tells(tellGroup, func(v committee.Group) committee.Stamp { return v.Stamp })
	tellers[committee.KindReference] = tells(tellReference, func(v committee.Reference) committee.Stamp { return v.Stamp })
}

func tellCommittee(t *teller, v committee.Committee) {
	w := t.d.words()
	t.field(committee.FieldName, v.Name)
	t.field(committee.FieldAcronym, v.Acronym)
	t.list(w.Fields[committee.FieldAliases], v.Aliases)
	t.longField(committee.FieldLegalBasis, v.LegalBasis)
	t.longField(committee.FieldHeader, v.Header)
	t.say(w.Settings.Language, term(w.States.Language, v.Language))
	t.longField(committee.FieldSignatories, v.Signatories)
	t.field(committee.FieldConfidentiality, v.Confidentiality)
	t.longField(committee.FieldDistribution, v.Distribution)
	t.quorum(v.Quorum)
	t.say(w.Settings.NoticeDays, daysSaid(t.d, v.NoticeDays))
	t.say(w.Settings.CirculationDays, daysSaid(t.d, v.CirculationDays))
	t.field(committee.FieldLateItems, term(w.States.Choice, v.LateItems))
	for _, p := range []struct{ of, pattern string }{
		{w.Settings.Recommendation, v.Numbers.Recommendation},
		{w.Settings.Action, v.Numbers.Action},
		{w.Settings.Decision, v.Numbers.Decision},
		{w.Settings.Meeting, v.Numbers.Meeting},
	} {
		t.say(w.Settings.Numbering+w.Sheet.Colon+p.of, p.pattern)
	}
	t.longField(committee.FieldRemarks, v.Remarks)
}

// quorum tells the rule as it is typed: a fraction or a number, and of what.
func (t *teller) quorum(q committee.Quorum) {
	w := t.d.words()
	var said []string
	if q.Numerator > 0 || q.Denominator > 0 {
		said = append(said, fmt.Sprintf("%d/%d", q.Numerator, q.Denominator))
	}
	if q.Number > 0 {
		said = append(said, t.d.loc.Number(q.Number))
	}
	t.say(w.Settings.Quorum, strings.Join(said, ", "))
	t.say(w.Settings.Base, term(w.States.QuorumBase, q.Base))
	t.say(w.Settings.Proxies, term(w.States.Choice, q.Proxies))
	t.count(w.Settings.MaxProxies, q.MaxProxies)
	t.say(w.Settings.Remote, term(w.States.Choice, q.Remote))
	t.say(w.Settings.CastingVote, term(w.States.Choice, q.CastingVote))
}

func tellAxis(t *teller, v committee.Axis) {
	w := t.d.words()
	t.say(w.Settings.Code, v.Code)
	t.field(committee.FieldName, v.Name)
	t.field(committee.FieldKind, term(w.States.Axis, v.Kind))
	position := ""
	if v.Position != 0 {
		position = strconv.Itoa(v.Position)
	}
	t.say(w.Settings.Position, position)
	t.longField(committee.FieldRemarks, v.Remarks)
}

func tellInstitution(t *teller, v committee.Institution) {
	w := t.d.words()
	t.field(committee.FieldName, v.Name)
	t.field(committee.FieldAcronym, v.Acronym)
	t.field(committee.FieldKind, term(w.States.Institution, v.Kind))
	t.field(committee.FieldCapacity, term(w.States.Capacity, v.Capacity))
	t.field(committee.FieldContact, v.Contact)
	t.longField(committee.FieldRemarks, v.Remarks)
}

func tellFunction(t *teller, v committee.Function) {
	t.link(t.d.words().Fields[committee.FieldInstitution], thing(committee.KindInstitution, v.Institution))
	t.field(committee.FieldTitle, v.Title)
	t.longField(committee.FieldRemarks, v.Remarks)
}

func tellPerson(t *teller, v committee.Person) {
	t.field(committee.FieldName, v.Name)
	t.say(t.d.words().Directory.Phone, v.Phone)
	t.field(committee.FieldEmail, v.Email)
	t.longField(committee.FieldRemarks, v.Remarks)
}

func tellMandate(t *teller, v committee.Mandate) {
	w := t.d.words()
	t.link(w.Fields[committee.FieldPerson], thing(committee.KindPerson, v.Person))
	t.link(w.Fields[committee.FieldFunction], thing(committee.KindFunction, v.Function))
	t.field(committee.FieldCapacity, term(w.States.Mandate, v.Kind))
	t.date(committee.FieldFrom, v.From)
	t.date(committee.FieldTo, v.To)
	t.field(committee.FieldAct, v.Act)
	t.longField(committee.FieldRemarks, v.Remarks)
}

func tellGroup(t *teller, v committee.Group) {
	w := t.d.words()
	t.field(committee.FieldName, v.Name)
	t.field(committee.FieldAcronym, v.Acronym)
	t.field(committee.FieldKind, term(w.States.Group, v.Kind))
	t.link(w.Fields[committee.FieldMeeting], thing(committee.KindMeeting, v.Meeting))
	t.longField(committee.FieldPurpose, v.Purpose)
	t.link(w.Directory.Chair, thing(committee.KindPerson, v.Chair))
	t.link(w.Fields[committee.FieldRapporteur], thing(committee.KindPerson, v.Rapporteur))
	links(t, w.Fields[committee.FieldMembers], committee.KindInstitution, v.Members)
	t.longField(committee.FieldRemarks, v.Remarks)
}

func tellReference(t *teller, v committee.Reference) {
	w := t.d.words()
	t.field(committee.FieldTitle, v.Title)
	t.field(committee.FieldKind, term(w.States.Reference, v.Kind))
	t.field(committee.FieldNumber, v.Number)
	t.date(committee.FieldDate, v.Date)
	t.say(w.Reference.Period, v.Period)
	t.field(committee.FieldURL, v.URL)
	t.say(w.Reference.Amount, t.amount(v.Amount))
	t.longField(committee.FieldRemarks, v.Remarks)
}
