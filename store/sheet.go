package store

import (
	"context"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// Institution is an institution with its functions, its groups and its work.
func (s *Store) Institution(ctx context.Context, id committee.InstitutionID) (sheet register.InstitutionSheet, err error) {
	today, of := s.today(), register.Query{Of: institutions.thing(string(id))}
	err = s.read(ctx, func(q querier) error {
		if sheet.Institution, err = institutions.load(ctx, q, string(id)); err != nil {
			return err
		}
		if sheet.Functions, err = functionListing(today).first(ctx, q, of, register.PartFunctions, &sheet.Cut); err != nil {
			return err
		}
		if sheet.Groups, err = groupListing().every(ctx, q, of); err != nil {
			return err
		}
		if sheet.Actions, err = actionListing(today).first(ctx, q, of, register.PartActions, &sheet.Cut); err != nil {
			return err
		}
		supported := register.Query{Of: of.Of, Scope: register.Supported}
		if sheet.Supports, err = actionListing(today).first(ctx, q, supported, register.PartSupported, &sheet.Cut); err != nil {
			return err
		}
		if sheet.Recommendations, err = recommendationListing(today).first(ctx, q, of, register.PartRecommendations, &sheet.Cut); err != nil {
			return err
		}
		sheet.Names, err = names(ctx, q, institutions.points(&sheet.Institution))
		return err
	})
	return sheet, err
}

// Function is a function with its holders, the latest first, and its open
// actions.
func (s *Store) Function(ctx context.Context, id committee.FunctionID) (sheet register.FunctionSheet, err error) {
	today, of := s.today(), functions.thing(string(id))
	err = s.read(ctx, func(q querier) error {
		if sheet.Function, err = functions.load(ctx, q, string(id)); err != nil {
			return err
		}
		if sheet.Mandates, err = heldBy(ctx, q, today, of, &sheet.Cut); err != nil {
			return err
		}
		if sheet.Actions, err = actionListing(today).first(ctx, q, register.Query{Of: of, Scope: register.Open}, register.PartActions, &sheet.Cut); err != nil {
			return err
		}
		sheet.Names, err = names(ctx, q, functions.points(&sheet.Function))
		return err
	})
	return sheet, err
}

// Person is a person with the mandates they held, the latest first.
func (s *Store) Person(ctx context.Context, id committee.PersonID) (sheet register.PersonSheet, err error) {
	err = s.read(ctx, func(q querier) error {
		if sheet.Person, err = people.load(ctx, q, string(id)); err != nil {
			return err
		}
		if sheet.Mandates, err = heldBy(ctx, q, s.today(), people.thing(string(id)), &sheet.Cut); err != nil {
			return err
		}
		sheet.Names, err = names(ctx, q, people.points(&sheet.Person))
		return err
	})
	return sheet, err
}

// Group is a group with its recommendations, actions and meetings.
func (s *Store) Group(ctx context.Context, id committee.GroupID) (sheet register.GroupSheet, err error) {
	today, of := s.today(), register.Query{Of: groups.thing(string(id))}
	err = s.read(ctx, func(q querier) error {
		if sheet.Group, err = groups.load(ctx, q, string(id)); err != nil {
			return err
		}
		if sheet.Recommendations, err = recommendationListing(today).first(ctx, q, of, register.PartRecommendations, &sheet.Cut); err != nil {
			return err
		}
		if sheet.Actions, err = actionListing(today).first(ctx, q, of, register.PartActions, &sheet.Cut); err != nil {
			return err
		}
		if sheet.Meetings, err = meetingListing().first(ctx, q, of, register.PartMeetings, &sheet.Cut); err != nil {
			return err
		}
		sheet.Names, err = names(ctx, q, groups.points(&sheet.Group))
		return err
	})
	return sheet, err
}
