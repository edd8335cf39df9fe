package starter

import (
	"context"
	"errors"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// committee plans the committee's row. A file has one committee: one that has
// a name is left as it is, whichever pack or person named it.
func (b *builder) committee(f *file) {
	if f.Committee == nil {
		return
	}
	r := *f.Committee
	if r.Key == "" {
		r.Key = "committee"
	}
	id, stamp := begin[committee.CommitteeID](b, f, committee.KindCommittee, r.row)
	q := r.Quorum
	c := committee.Committee{
		ID: id, Stamp: stamp, Name: r.Name, Acronym: r.Acronym, Aliases: r.Aliases, LegalBasis: r.LegalBasis,
		Header: r.Header, Language: b.papers, Numbers: committee.DefaultNumbering(),
		Quorum: committee.Quorum{
			Base: q.Base, Numerator: q.Numerator, Denominator: q.Denominator,
			Proxies: q.Proxies, MaxProxies: q.MaxProxies, Remote: q.Remote, CastingVote: q.CastingVote,
		},
		NoticeDays: r.Notice, CirculationDays: r.Circulation, Signatories: r.Signatories,
		LateItems: r.LateItems, Remarks: r.Remarks, Confidentiality: r.Confidentiality, Distribution: r.Distribution,
	}
	b.fail(c.Validate())
	find := func(ctx context.Context) error {
		now, err := b.desk.Committee(ctx)
		if err == nil && now.Name == "" {
			if now.ID != "" {
				c.ID, c.Version = now.ID, now.Version
			}
			return committee.ErrNotFound
		}
		return err
	}
	b.add("", atSetup, find, func(ctx context.Context) error {
		_, err := b.desk.SaveCommittee(ctx, c)
		return err
	})
}

// sources plans the source documents, which the provenance of all other rows
// points at.
func (b *builder) sources(f *file) {
	for _, r := range f.References {
		if r.Kind == committee.SourceDocument {
			b.reference(f, r)
		}
	}
}

func (b *builder) references(f *file) {
	for _, r := range f.References {
		if r.Kind != committee.SourceDocument {
			b.reference(f, r)
		}
	}
}

func (b *builder) reference(f *file, r referenceRow) {
	id, stamp := begin[committee.ReferenceID](b, f, committee.KindReference, r.row)
	v := committee.Reference{
		ID: id, Stamp: stamp, Kind: r.Kind, Title: r.Title, Number: r.Number, Date: r.Date,
		Period: r.Period, URL: r.URL, Amount: r.Amount, Remarks: r.Remarks,
	}
	b.fail(v.Validate())
	b.add("", atSetup, sheet(b.desk.Reference, id), saving(b.desk.SaveReference, v))
}

func (b *builder) axes(f *file) {
	for n, r := range f.Axes {
		id, stamp := begin[committee.AxisID](b, f, committee.KindAxis, r.row)
		v := committee.Axis{
			ID: id, Stamp: stamp, Code: r.Code, Name: r.Name, Kind: r.Kind,
			Position: n + 1, Remarks: r.Remarks,
		}
		b.fail(v.Validate())
		find := func(ctx context.Context) error { return hasAxis(ctx, b.desk, id) }
		b.add("", atSetup, find, saving(b.desk.SaveAxis, v))
	}
}

// hasAxis looks among the live axes and the archived ones.
func hasAxis(ctx context.Context, d Desk, id committee.AxisID) error {
	for _, archived := range []bool{false, true} {
		w, err := d.Axes(ctx, register.Query{Archived: archived, Limit: 1000})
		if err != nil {
			return err
		}
		for _, line := range w.Rows {
			if line.ID == id {
				return nil
			}
		}
	}
	return committee.ErrNotFound
}

func (b *builder) institutions(f *file) {
	for _, r := range f.Institutions {
		id, stamp := begin[committee.InstitutionID](b, f, committee.KindInstitution, r.row)
		v := committee.Institution{
			ID: id, Stamp: stamp, Name: r.Name, Acronym: r.Acronym, Kind: r.Kind,
			Capacity: r.Capacity, Contact: r.Contact, Remarks: r.Remarks,
		}
		b.fail(v.Validate())
		b.add("", atSetup, sheet(b.desk.Institution, id), saving(b.desk.SaveInstitution, v))
	}
}

func (b *builder) functions(f *file) {
	for _, r := range f.Functions {
		id, stamp := begin[committee.FunctionID](b, f, committee.KindFunction, r.row)
		v := committee.Function{
			ID: id, Stamp: stamp, Title: r.Title, Remarks: r.Remarks,
			Institution: link[committee.InstitutionID](b, committee.KindInstitution, r.Institution),
		}
		b.fail(v.Validate())
		b.add("", atSetup, sheet(b.desk.Function, id), saving(b.desk.SaveFunction, v))
	}
}

func (b *builder) people(f *file) {
	for _, r := range f.People {
		id, stamp := begin[committee.PersonID](b, f, committee.KindPerson, r.row)
		v := committee.Person{ID: id, Stamp: stamp, Name: r.Name, Phone: r.Phone, Email: r.Email, Remarks: r.Remarks}
		b.fail(v.Validate())
		b.add("", atSetup, sheet(b.desk.Person, id), saving(b.desk.SavePerson, v))
	}
}

func (b *builder) mandates(f *file) {
	for _, r := range f.Mandates {
		id, stamp := begin[committee.MandateID](b, f, committee.KindMandate, r.row)
		v := committee.Mandate{
			ID: id, Stamp: stamp, Kind: r.Kind, From: r.From, To: r.To, Act: r.Act, Remarks: r.Remarks,
			Person:   link[committee.PersonID](b, committee.KindPerson, r.Person),
			Function: link[committee.FunctionID](b, committee.KindFunction, r.Function),
		}
		b.fail(v.Validate())
		find := func(ctx context.Context) error {
			s, err := b.desk.Function(ctx, v.Function)
			if err != nil {
				return err
			}
			for _, line := range s.Mandates {
				if line.ID == id {
					return nil
				}
			}
			return committee.ErrNotFound
		}
		b.add("", atSetup, find, saving(b.desk.SaveMandate, v))
	}
}

// standingGroups plans the groups that a meeting may be a meeting of;
// workshopGroups those that were made for a meeting and so come after it.
func (b *builder) standingGroups(f *file) { b.groups(f, committee.Standing) }

func (b *builder) workshopGroups(f *file) { b.groups(f, committee.OfWorkshop) }

func (b *builder) groups(f *file, kind committee.GroupKind) {
	for _, r := range f.Groups {
		if r.Kind != kind {
			if r.Kind != committee.Standing && r.Kind != committee.OfWorkshop {
				b.at = place{f.name, committee.KindGroup, r.Key}
				b.fail(errors.New("a group is standing or of a workshop"))
			}
			continue
		}
		id, stamp := begin[committee.GroupID](b, f, committee.KindGroup, r.row)
		v := committee.Group{
			ID: id, Stamp: stamp, Name: r.Name, Acronym: r.Acronym, Kind: r.Kind, Purpose: r.Purpose, Remarks: r.Remarks,
			Meeting:    link[committee.MeetingID](b, committee.KindMeeting, r.Meeting),
			Chair:      link[committee.PersonID](b, committee.KindPerson, r.Chair),
			Rapporteur: link[committee.PersonID](b, committee.KindPerson, r.Rapporteur),
			Members:    links[committee.InstitutionID](b, committee.KindInstitution, r.Members),
		}
		b.fail(v.Validate())
		b.add("", atSetup, sheet(b.desk.Group, id), saving(b.desk.SaveGroup, v))
	}
}
