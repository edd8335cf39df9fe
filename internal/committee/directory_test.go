package committee

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

func goodMandate() Mandate {
	return Mandate{ID: "x1", Person: "p1", Function: "f1", Kind: Titular, From: "2017-01-01"}
}

func TestMandateInForce(t *testing.T) {
	for _, row := range []struct {
		name     string
		from, to Date
		on       Date
		want     bool
	}{
		{"the day before it starts", "2017-01-01", "2017-12-31", "2016-12-31", false},
		{"its first day", "2017-01-01", "2017-12-31", "2017-01-01", true},
		{"its last day", "2017-01-01", "2017-12-31", "2017-12-31", true},
		{"the day after it ends", "2017-01-01", "2017-12-31", "2018-01-01", false},
		{"without an end", "2017-01-01", "", "2030-01-01", true},
		{"without a known start", "", "2017-12-31", "1990-01-01", true},
		{"without a known start, once ended", "", "2017-12-31", "2018-01-01", false},
		{"a single day", "2017-01-01", "2017-01-01", "2017-01-01", true},
	} {
		t.Run(row.name, func(t *testing.T) {
			m := goodMandate()
			m.From, m.To = row.from, row.to
			wantNil(t, m.Validate())
			if got := m.InForce(row.on); got != row.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestMandateEnd(t *testing.T) {
	t.Run("the day given is the last one it covers", func(t *testing.T) {
		m, err := goodMandate().End("2017-11-02")
		wantNil(t, err)
		if !m.InForce("2017-11-02") || m.InForce("2017-11-03") {
			t.Errorf("got %+v", m)
		}
	})
	t.Run("a term may be cut short", func(t *testing.T) {
		m := goodMandate()
		m.To = "2019-12-31"
		m, err := m.End("2018-06-30")
		wantNil(t, err)
		if m.To != "2018-06-30" {
			t.Errorf("got %s", m.To)
		}
	})
	for _, on := range []Date{"2017-11-02", "2017-11-03"} {
		t.Run("what has ended does not end again on "+string(on), func(t *testing.T) {
			m := goodMandate()
			m.To = "2017-11-02"
			got, err := m.End(on)
			wantRefused(t, err, VerbEnd, ReasonEnded, "")
			if !reflect.DeepEqual(got, m) {
				t.Errorf("refused, yet changed: %+v", got)
			}
		})
	}
	for _, row := range []struct {
		name   string
		on     Date
		reason Reason
	}{
		{"on a day", "", ReasonRequired},
		{"on a day that is one", "fin 2017", ReasonNotADate},
		{"not before it starts", "2016-12-31", ReasonBefore},
	} {
		t.Run(row.name, func(t *testing.T) {
			m, err := goodMandate().End(row.on)
			wantField(t, err, FieldTo, row.reason)
			if !reflect.DeepEqual(m, goodMandate()) {
				t.Errorf("refused, yet changed: %+v", m)
			}
		})
	}
}

func TestMandateSuccession(t *testing.T) {
	t.Run("a successor may start the next day", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			m := goodMandate()
			on, day := season().Draw(t, "on"), season().Draw(t, "day")
			m, err := m.End(on)
			if err != nil {
				t.Fatal(err)
			}
			next := Mandate{Person: "p2", Function: "f1", Kind: Titular, From: on.Add(1)}
			if m.InForce(day) == next.InForce(day) {
				t.Fatalf("on %s: %v and %v", day, m.InForce(day), next.InForce(day))
			}
		})
	})
}

func TestMandateValidate(t *testing.T) {
	for _, k := range []MandateKind{Titular, Alternate, FocalPoint, ValidatingAuthority} {
		m := goodMandate()
		m.Kind = k
		wantNil(t, m.Validate())
	}
	wantBroken(t, goodMandate,
		broken[Mandate]{"a person is required", func(m *Mandate) { m.Person = "" }, FieldPerson, ReasonRequired},
		broken[Mandate]{"a function is required", func(m *Mandate) { m.Function = "" }, FieldFunction, ReasonRequired},
		broken[Mandate]{"a kind is listed", func(m *Mandate) { m.Kind = "" }, FieldKind, ReasonNotListed},
		broken[Mandate]{"does not end before it starts", func(m *Mandate) { m.To = "2016-12-31" }, FieldTo, ReasonBefore},
		broken[Mandate]{"a start is a day", func(m *Mandate) { m.From = "2017" }, FieldFrom, ReasonNotADate},
		broken[Mandate]{"an end is a day", func(m *Mandate) { m.To = "2017" }, FieldTo, ReasonNotADate},
	)
}

func TestInstitutionValidate(t *testing.T) {
	good := func() Institution { return Institution{Name: "Ministère de la justice", Acronym: "MJ"} }
	wantBroken(t, good,
		broken[Institution]{"kind and capacity may be unsaid", func(*Institution) {}, "", ""},
		broken[Institution]{"a partner of the United Nations", func(i *Institution) { i.Kind, i.Capacity = UnitedNations, Partner }, "", ""},
		broken[Institution]{"a name is required", func(i *Institution) { i.Name = "" }, FieldName, ReasonRequired},
		broken[Institution]{"an acronym is short", func(i *Institution) { i.Acronym = long(41) }, FieldAcronym, ReasonTooLong},
		broken[Institution]{"a kind is listed", func(i *Institution) { i.Kind = "army" }, FieldKind, ReasonNotListed},
		broken[Institution]{"a capacity is listed", func(i *Institution) { i.Capacity = "guest" }, FieldCapacity, ReasonNotListed},
	)
	t.Run("short is the acronym, else the name", func(t *testing.T) {
		i := good()
		if i.Short() != "MJ" {
			t.Errorf("got %s", i.Short())
		}
		if i.Acronym = ""; i.Short() != i.Name {
			t.Errorf("got %s", i.Short())
		}
	})
}

func TestFunctionAndPersonValidate(t *testing.T) {
	t.Run("function", func(t *testing.T) {
		wantBroken(t, func() Function { return Function{Institution: "i1", Title: "Secrétaire générale"} },
			broken[Function]{"an institution is required", func(f *Function) { f.Institution = "" }, FieldInstitution, ReasonRequired},
			broken[Function]{"a title is required", func(f *Function) { f.Title = "" }, FieldTitle, ReasonRequired},
		)
	})
	t.Run("person", func(t *testing.T) {
		email := func(s string) func(*Person) { return func(p *Person) { p.Email = s } }
		wantBroken(t, func() Person { return Person{Name: "[EXEMPLE] Awa"} },
			broken[Person]{"a name is required", func(p *Person) { p.Name = " " }, FieldName, ReasonRequired},
			broken[Person]{"an address", email("a@exemple.ml"), "", ""},
			broken[Person]{"an address has its sign", email("exemple.ml"), FieldEmail, ReasonNotListed},
			broken[Person]{"an address is one", email("a@exemple.ml, b@exemple.ml"), FieldEmail, ReasonNotListed},
			broken[Person]{"a phone number fits a line", func(p *Person) { p.Phone = long(MaxLine + 1) }, FieldContact, ReasonTooLong},
		)
	})
}

func TestGroupAndReferenceValidate(t *testing.T) {
	t.Run("group", func(t *testing.T) {
		wantBroken(t, func() Group { return Group{Name: "Prévention", Kind: Standing} },
			broken[Group]{"a name is required", func(g *Group) { g.Name = "" }, FieldName, ReasonRequired},
			broken[Group]{"a kind is listed", func(g *Group) { g.Kind = "" }, FieldKind, ReasonNotListed},
			broken[Group]{"of one workshop, which is named", func(g *Group) { g.Kind = OfWorkshop }, FieldMeeting, ReasonRequired},
			broken[Group]{"of one workshop", func(g *Group) { g.Kind, g.Meeting = OfWorkshop, "m1" }, "", ""},
			broken[Group]{"a member once", func(g *Group) { g.Members = []InstitutionID{"i1", "i1"} }, FieldMembers, ReasonDuplicate},
		)
	})
	t.Run("reference", func(t *testing.T) {
		wantBroken(t, func() Reference { return Reference{Title: "Loi 2012-023", Kind: Law} },
			broken[Reference]{"a date known in part", func(r *Reference) { r.Period = "mars 2016" }, "", ""},
			broken[Reference]{"a title is required", func(r *Reference) { r.Title = "" }, FieldTitle, ReasonRequired},
			broken[Reference]{"a kind is listed", func(r *Reference) { r.Kind = "" }, FieldKind, ReasonNotListed},
			broken[Reference]{"a date is a day", func(r *Reference) { r.Date = "mars 2016" }, FieldDate, ReasonNotADate},
			broken[Reference]{"an amount is not negative", func(r *Reference) { r.Amount = ptr(Amount(-1)) }, FieldCost, ReasonNegative},
		)
	})
}
