package store

import (
	"context"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/text"
)

// Introduce makes somebody known to the file: a person it already holds, or a
// new one with, where they are given, their institution, their function and
// the mandate that ties them, all or nothing. An institution or a function the
// file knows by that name is taken, not made again.
func (s *Store) Introduce(ctx context.Context, in register.Introduction) (p committee.Person, err error) {
	if in.Person != "" {
		err = s.read(ctx, func(q querier) error {
			p, err = people.load(ctx, q, string(in.Person))
			return err
		})
		return p, err
	}
	err = s.write(ctx, committee.VerbAdd, people.thing(""), "", func(tx *tx) error {
		p, err = people.save(ctx, tx, committee.Person{Name: strings.TrimSpace(in.Name)})
		if err != nil {
			return err
		}
		function, err := introducedFunction(ctx, tx, in)
		if err != nil || function == "" {
			return err
		}
		m := committee.Mandate{Person: p.ID, Function: function, Kind: in.Kind}
		_, err = mandates.save(ctx, tx, m)
		return err
	})
	return p, err
}

// introducedFunction is the function said, made with its institution when the
// file does not know it; empty when none was said.
func introducedFunction(ctx context.Context, tx *tx, in register.Introduction) (committee.FunctionID, error) {
	if in.Function != "" {
		return in.Function, nil
	}
	title, body := strings.TrimSpace(in.FunctionTitle), strings.TrimSpace(in.InstitutionName)
	institution := in.Institution
	if institution == "" && body != "" {
		id, err := institutionCalled(ctx, tx, body)
		if err != nil {
			return "", err
		}
		institution = id
	}
	switch {
	case title == "":
		return "", nil
	case institution == "":
		return "", &committee.FieldError{Field: committee.FieldInstitution, Reason: committee.ReasonRequired}
	}
	known, err := functions.loadAll(ctx, tx, "WHERE institution = ? AND archived = 0 ORDER BY id", institution)
	if err != nil {
		return "", err
	}
	for _, f := range known {
		if text.Fold(f.Title) == text.Fold(title) {
			return f.ID, nil
		}
	}
	f, err := functions.save(ctx, tx, committee.Function{Institution: institution, Title: title})
	return f.ID, err
}

// institutionCalled is the institution of that name or acronym, made when the
// file has none.
func institutionCalled(ctx context.Context, tx *tx, name string) (committee.InstitutionID, error) {
	known, err := institutions.loadAll(ctx, tx, "WHERE archived = 0 ORDER BY id")
	if err != nil {
		return "", err
	}
	for _, i := range known {
		if f := text.Fold(name); text.Fold(i.Name) == f || text.Fold(i.Acronym) == f {
			return i.ID, nil
		}
	}
	i, err := institutions.save(ctx, tx, committee.Institution{Name: name})
	return i.ID, err
}
