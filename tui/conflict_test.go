package tui_test

import (
	"context"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// Saving over what somebody else saved changes only what was typed: their due
// date stays when one only wrote remarks.
func TestSavingOverKeepsWhatOthersChanged(t *testing.T) {
	still(t, "a recommendation's due date", func(t *testing.T) {
		ctx := context.Background()
		u := secretary(t).press("2", "/").typeKeys("R-2017-13\n").press("e")
		found, err := u.book.Recommendations(ctx, register.Query{Filter: "R-2017-13"})
		if err != nil || len(found.Rows) != 1 {
			t.Fatalf("%v, %v", found, err)
		}
		sheet, err := u.book.Recommendation(ctx, found.Rows[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		theirs := sheet.Recommendation
		theirs.Due = "2018-06-30"
		other := u.book.As(committee.Actor{Name: "Idrissa"})
		if _, err := other.SaveRecommendation(ctx, theirs, theirs.Words.Text()); err != nil {
			t.Fatal(err)
		}
		u.field("Observations").write("REMARQUE").press("ctrl+s").sees("entre-temps").press("m").sees("R-2017-13 · Enregistré")
		after, err := u.book.Recommendation(ctx, found.Rows[0].ID)
		if err != nil || after.Recommendation.Due != "2018-06-30" || after.Recommendation.Remarks != "REMARQUE" {
			t.Errorf("due %q, remarks %q, %v", after.Recommendation.Due, after.Recommendation.Remarks, err)
		}
	})
}
