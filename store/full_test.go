package store

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// A save for which there is no room changes nothing, says so, and works once
// there is room again.
func TestSaveOnAFullDisk(t *testing.T) {
	s := newStore(t)
	before := must(s.SaveReference(ctx, committee.Reference{Kind: committee.Law, Title: "Loi"}))(t)
	var pages int
	if err := s.writer.QueryRow("PRAGMA page_count").Scan(&pages); err != nil {
		t.Fatal(err)
	}
	bound := func(pages int) {
		t.Helper()
		var now int
		if err := s.writer.QueryRow(fmt.Sprintf("PRAGMA max_page_count = %d", pages)).Scan(&now); err != nil || now != pages {
			t.Fatal(now, err)
		}
	}
	bound(pages)
	long := before
	long.Remarks = strings.Repeat("é", 20_000)
	var full *committee.FileError
	if _, err := s.SaveReference(ctx, long); !errors.As(err, &full) || full.Reason != committee.FileDiskFull {
		t.Fatalf("saved with no room: %v", err)
	}
	if got := must(s.Reference(ctx, before.ID))(t).Reference; got.Remarks != "" || got.Version != before.Version {
		t.Errorf("something of it was saved: version %d, %d bytes", got.Version, len(got.Remarks))
	}
	bound(pages + 1000)
	if after := must(s.SaveReference(ctx, long))(t); after.Remarks != long.Remarks || after.Version != before.Version+1 {
		t.Errorf("saved as version %d with %d bytes", after.Version, len(after.Remarks))
	}
	if n := must(s.References(ctx, register.Query{}))(t).Total; n != 1 {
		t.Errorf("%d references, want one", n)
	}
	for _, f := range must(s.Check(ctx))(t) {
		t.Errorf("check: %+v", f)
	}
}
