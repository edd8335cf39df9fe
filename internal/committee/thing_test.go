package committee

import (
	"encoding/json"
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

func TestCan(t *testing.T) {
	kinds := []Kind{KindCommittee, KindMeeting, KindDecision, KindRecommendation, KindGuideline, KindAction, KindUpdate}
	t.Run("who reads only changes nothing", func(t *testing.T) {
		for _, k := range kinds {
			for _, v := range everyVerb {
				wantRefused(t, Can(Actor{Person: "p1", ReadOnly: true}, v, k), v, ReasonReadOnly, "")
			}
		}
	})
	t.Run("anybody else may", func(t *testing.T) {
		for _, k := range kinds {
			for _, v := range everyVerb {
				wantNil(t, Can(Actor{}, v, k))
			}
		}
	})
}

func TestProvenance(t *testing.T) {
	fromSource := map[Certainty]bool{Given: true, Deduced: true, Uncertain: true, Documentary: false, Generic: false, Fictional: false}
	for c, want := range fromSource {
		t.Run("what is "+string(c), func(t *testing.T) {
			p := Provenance{Reference: "s1", Locator: "§ 3", Certainty: c}
			wantNil(t, p.Validate())
			if got := (Stamp{Provenance: []Provenance{p}}).FromSource(); got != want {
				t.Errorf("from a source: %v", got)
			}
		})
	}
	t.Run("what was typed here is from no source", func(t *testing.T) {
		if (Stamp{}).FromSource() {
			t.Error("from a source")
		}
	})
	stamp := Stamp{Provenance: []Provenance{{Certainty: Given}, {Certainty: "sure"}}}
	action, item, meeting := goodAction(), goodItem(), goodMeeting()
	action.Stamp, item.Stamp, meeting.Stamp = stamp, stamp, stamp
	for name, v := range map[string]interface{ Validate() error }{"action": action, "item": item, "meeting": meeting} {
		t.Run("a certainty is listed, on every row: "+name, func(t *testing.T) {
			wantField(t, v.Validate(), FieldProvenance, ReasonNotListed)
		})
	}
}

// The journal keeps each noun as JSON, before and after: what is read back is
// what was written.
func TestJSONRoundTrip(t *testing.T) {
	t.Run("committee", roundTrips[Committee])
	t.Run("axis", roundTrips[Axis])
	t.Run("institution", roundTrips[Institution])
	t.Run("function", roundTrips[Function])
	t.Run("person", roundTrips[Person])
	t.Run("mandate", roundTrips[Mandate])
	t.Run("group", roundTrips[Group])
	t.Run("reference", roundTrips[Reference])
	t.Run("meeting", roundTrips[Meeting])
	t.Run("agenda item", roundTrips[AgendaItem])
	t.Run("attendance", roundTrips[Attendance])
	t.Run("entry", roundTrips[Entry])
	t.Run("decision", roundTrips[Decision])
	t.Run("recommendation", roundTrips[Recommendation])
	t.Run("guideline", roundTrips[Guideline])
	t.Run("article", roundTrips[Article])
	t.Run("action", roundTrips[Action])
	t.Run("update", roundTrips[Update])
	t.Run("extension", roundTrips[Extension])
}

func roundTrips[T any](t *testing.T) {
	var zero T
	if got := again(t, zero); !reflect.DeepEqual(got, zero) {
		t.Fatalf("an empty one came back as %+v", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Make[T]().Draw(t, "v")
		if got := again(t, v); !reflect.DeepEqual(got, v) {
			t.Fatalf("wrote %+v, read %+v", v, got)
		}
	})
}

func again[T any](t interface{ Fatal(...any) }, v T) T {
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var got T
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	return got
}
