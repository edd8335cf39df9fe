package starter

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// fake is a desk in memory. It keeps the rules of the domain, versions, and
// that a link points at something.
type fake struct {
	rows  map[committee.Thing]any
	order []committee.Thing
	// writes counts what a journal would hold; the write numbered stop fails.
	writes, stop int
}

func newFake() *fake { return &fake{rows: map[committee.Thing]any{}} }

var errStopped = errors.New("stopped")

func (f *fake) write() error {
	if f.stop > 0 && f.writes+1 >= f.stop {
		return errStopped
	}
	f.writes++
	return nil
}

// load reads a row.
func load[T any, ID ~string](f *fake, kind committee.Kind, id ID) (T, error) {
	v, ok := f.rows[committee.Thing{Kind: kind, ID: string(id)}].(T)
	if !ok {
		return v, committee.ErrNotFound
	}
	return v, nil
}

// all lists the rows of a kind in the order they were added.
func all[T any](f *fake, kind committee.Kind) []T {
	var found []T
	for _, t := range f.order {
		if t.Kind == kind {
			found = append(found, f.rows[t].(T))
		}
	}
	return found
}

// store saves a row after its links, its provenance and its own rules hold.
func store[T interface{ Validate() error }](f *fake, kind committee.Kind, v *T) error {
	r := reflect.ValueOf(v).Elem()
	thing := committee.Thing{Kind: kind, ID: r.FieldByName("ID").String()}
	if (*v).Validate() != nil {
		return (*v).Validate()
	}
	if err := f.checkLinks(r, thing.ID); err != nil {
		return fmt.Errorf("%s: %w", thing, err)
	}
	if err := f.write(); err != nil {
		return err
	}
	if _, there := f.rows[thing]; !there {
		f.order = append(f.order, thing)
	}
	version := r.FieldByName("Version")
	version.SetInt(version.Int() + 1)
	f.rows[thing] = *v
	return nil
}

func save[T interface{ Validate() error }](f *fake, kind committee.Kind, v T) (T, error) {
	r := reflect.ValueOf(v)
	thing := committee.Thing{Kind: kind, ID: r.FieldByName("ID").String()}
	if now, there := f.rows[thing]; there || r.FieldByName("Version").Int() != 0 {
		return v, &committee.ConflictError{Thing: thing, Current: now}
	}
	return v, store(f, kind, &v)
}

func change[T interface{ Validate() error }, ID ~string](f *fake, kind committee.Kind, id ID, version int, fn func(T) (T, error)) (T, error) {
	v, err := load[T](f, kind, id)
	if err != nil {
		return v, err
	}
	if int(reflect.ValueOf(v).FieldByName("Version").Int()) != version {
		return v, &committee.ConflictError{Thing: committee.Thing{Kind: kind, ID: string(id)}, Current: v}
	}
	if v, err = fn(v); err != nil {
		return v, err
	}
	return v, store(f, kind, &v)
}

// checkLinks looks for what every typed ID in a value points at.
func (f *fake) checkLinks(v reflect.Value, self string) error {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if err := f.checkLinks(v.Field(i), self); err != nil {
				return err
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			if err := f.checkLinks(v.Index(i), self); err != nil {
				return err
			}
		}
	case reflect.String:
		name := v.Type().Name()
		if !strings.HasSuffix(name, "ID") || v.String() == "" || v.String() == self {
			return nil
		}
		if !slices.ContainsFunc(f.order, func(t committee.Thing) bool { return t.ID == v.String() }) {
			return fmt.Errorf("%s %s points at nothing", name, v)
		}
	}
	return nil
}

func (f *fake) Committee(context.Context) (committee.Committee, error) {
	for _, c := range all[committee.Committee](f, committee.KindCommittee) {
		return c, nil
	}
	return committee.Committee{}, nil
}

func (f *fake) SaveCommittee(_ context.Context, c committee.Committee) (committee.Committee, error) {
	return save(f, committee.KindCommittee, c)
}

func (f *fake) Axes(_ context.Context, q register.Query) (register.Window[register.AxisLine], error) {
	var w register.Window[register.AxisLine]
	for _, a := range all[committee.Axis](f, committee.KindAxis) {
		if a.Archived == q.Archived {
			w.Rows = append(w.Rows, register.AxisLine{ID: a.ID})
		}
	}
	return w, nil
}

func (f *fake) SaveAxis(_ context.Context, v committee.Axis) (committee.Axis, error) {
	return save(f, committee.KindAxis, v)
}

func (f *fake) Institution(_ context.Context, id committee.InstitutionID) (register.InstitutionSheet, error) {
	v, err := load[committee.Institution](f, committee.KindInstitution, id)
	return register.InstitutionSheet{Institution: v}, err
}

func (f *fake) SaveInstitution(_ context.Context, v committee.Institution) (committee.Institution, error) {
	return save(f, committee.KindInstitution, v)
}

func (f *fake) Function(_ context.Context, id committee.FunctionID) (register.FunctionSheet, error) {
	v, err := load[committee.Function](f, committee.KindFunction, id)
	s := register.FunctionSheet{Function: v}
	for _, m := range all[committee.Mandate](f, committee.KindMandate) {
		if m.Function == id {
			s.Mandates = append(s.Mandates, register.MandateLine{ID: m.ID})
		}
	}
	return s, err
}

func (f *fake) SaveFunction(_ context.Context, v committee.Function) (committee.Function, error) {
	return save(f, committee.KindFunction, v)
}

func (f *fake) Person(_ context.Context, id committee.PersonID) (register.PersonSheet, error) {
	v, err := load[committee.Person](f, committee.KindPerson, id)
	return register.PersonSheet{Person: v}, err
}

func (f *fake) SavePerson(_ context.Context, v committee.Person) (committee.Person, error) {
	return save(f, committee.KindPerson, v)
}

func (f *fake) SaveMandate(_ context.Context, v committee.Mandate) (committee.Mandate, error) {
	return save(f, committee.KindMandate, v)
}

func (f *fake) Group(_ context.Context, id committee.GroupID) (register.GroupSheet, error) {
	v, err := load[committee.Group](f, committee.KindGroup, id)
	return register.GroupSheet{Group: v}, err
}

func (f *fake) SaveGroup(_ context.Context, v committee.Group) (committee.Group, error) {
	return save(f, committee.KindGroup, v)
}

func (f *fake) Reference(_ context.Context, id committee.ReferenceID) (register.ReferenceSheet, error) {
	v, err := load[committee.Reference](f, committee.KindReference, id)
	return register.ReferenceSheet{Reference: v}, err
}

func (f *fake) SaveReference(_ context.Context, v committee.Reference) (committee.Reference, error) {
	return save(f, committee.KindReference, v)
}
