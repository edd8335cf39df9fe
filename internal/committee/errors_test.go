package committee

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

// every verb a state machine may be asked for.
var everyVerb = []Verb{
	VerbAdd, VerbRevise, VerbArchive, VerbRestore, VerbAdopt, VerbAmend, VerbReject, VerbDefer, VerbWithdraw, VerbReopen,
	VerbStart, VerbBlock, VerbResume, VerbDeclare, VerbValidate, VerbReturn, VerbAbandon, VerbExtend, VerbReport, VerbConfirm,
	VerbConvene, VerbOpen, VerbAdjourn, VerbPostpone, VerbCancel, VerbMove, VerbSettle, VerbCirculate, VerbSign, VerbCorrect,
	VerbExamine, VerbEnforce, VerbRepeal, VerbEnd, VerbLoad, VerbUndo, VerbRedo, VerbTakeUp, VerbSuspend, VerbPrepare,
	VerbAttend, VerbCapture, VerbTurn, "",
}

// wantField fails unless err names this field and this rule.
func wantField(t *testing.T, err error, f Field, r Reason) {
	t.Helper()
	var fe *FieldError
	if !errors.As(err, &fe) || fe.Field != f || fe.Reason != r {
		t.Fatalf("got %v, want field %s refused as %s", err, f, r)
	}
}

// wantRefused fails unless err refuses this verb for this reason in this state.
func wantRefused(t *testing.T, err error, v Verb, r Reason, state string) {
	t.Helper()
	var re *RefusedError
	if !errors.As(err, &re) || re.Verb != v || re.Reason != r || re.State != state {
		t.Fatalf("got %v, want %s refused as %s in %q", err, v, r, state)
	}
}

func wantNil(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("got %v, want no error", err)
	}
}

// wantAllowed checks one row of a table of transitions: from the state of
// allows, the verbs listed are allowed and every other verb is refused.
func wantAllowed(t *testing.T, state string, allows func(Verb) error, listed ...Verb) {
	t.Helper()
	for _, v := range everyVerb {
		err := allows(v)
		var re *RefusedError
		switch {
		case slices.Contains(listed, v) && err != nil:
			t.Errorf("%s from %q: %v, want allowed", v, state, err)
		case !slices.Contains(listed, v) && !errors.As(err, &re):
			t.Errorf("%s from %q: %v, want refused", v, state, err)
		case re != nil && re.Verb != v:
			t.Errorf("%s from %q: the refusal names %s", v, state, re.Verb)
		}
	}
}

// broken is one way a value breaks a rule, or keeps it when no rule is named.
type broken[T any] struct {
	name   string
	change func(*T)
	field  Field
	reason Reason
}

// wantBroken applies each change to good and checks what Validate says.
func wantBroken[T interface{ Validate() error }](t *testing.T, good func() T, rows ...broken[T]) {
	t.Helper()
	if err := good().Validate(); err != nil {
		t.Fatalf("the value to start from: %v", err)
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			v := good()
			row.change(&v)
			if row.reason == "" {
				wantNil(t, v.Validate())
				return
			}
			wantField(t, v.Validate(), row.field, row.reason)
		})
	}
}

func long(n int) string { return strings.Repeat("é", n) }

func ptr[T any](v T) *T { return &v }

func TestErrorsNameWhatTheyRefuse(t *testing.T) {
	for _, row := range []struct {
		name string
		err  error
		says []string
	}{
		{"a field and its rule", &FieldError{Field: FieldDue, Reason: ReasonNotLater, Detail: "2018-01-31"}, []string{"due", "not_later", "2018-01-31"}},
		{"a verb, a noun and a state", &RefusedError{Verb: VerbAdopt, Kind: KindDecision, Reason: ReasonState, State: "rejected"}, []string{"adopt", "decision", "rejected"}},
		{"a conflict names the thing", &ConflictError{Thing: Thing{Kind: KindAction, ID: "a1"}}, []string{"action", "a1"}},
		{"a thing in use says by how many", &InUseError{Thing: Thing{Kind: KindFunction, ID: "f1"}, Total: 3}, []string{"function", "f1", "3"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			for _, s := range row.says {
				if !strings.Contains(row.err.Error(), s) {
					t.Errorf("%q does not say %q", row.err, s)
				}
			}
		})
	}
}
