package register

import "suivi/internal/committee"

// Introduction is what somebody says of themselves at a first visit: a person
// of the file, or a name; then, when they wish, the institution and the
// function they hold in it, by ID when the file knows them, by name otherwise.
type Introduction struct {
	Person          committee.PersonID
	Name            string
	Institution     committee.InstitutionID
	InstitutionName string
	Function        committee.FunctionID
	FunctionTitle   string
	Kind            committee.MandateKind
}
