package widget_test

import (
	"slices"
	"testing"

	"suivi/tui/widget"
)

func TestPiecesFlowInRowsAndTheTailKeepsItsRoom(t *testing.T) {
	for _, c := range []struct {
		flow         widget.Flow
		pieces, tail []string
		want         []string
	}{
		{widget.Flow{Width: 20, Rows: 1, Indent: 1, Gap: 2}, []string{"aaaa", "bbbb"}, []string{"zz"}, []string{" aaaa  bbbb  zz"}},
		{widget.Flow{Width: 14, Rows: 1, Indent: 1, Gap: 2}, []string{"aaaa", "bbbb", "c"}, []string{"zz"}, []string{" aaaa  c  zz"}},
		{widget.Flow{Width: 14, Rows: 2, Indent: 1, Gap: 2}, []string{"aaaa", "bbbb", "cccc"}, []string{"zz"}, []string{" aaaa  bbbb", " cccc  zz"}},
		{widget.Flow{Width: 12, Rows: 2, Indent: 1, Gap: 2}, []string{"aaaa", "bbbb"}, []string{"zz"}, []string{" aaaa  bbbb", " zz"}},
		{widget.Flow{Width: 12, Rows: 2, Indent: 1, Gap: 2}, []string{"aaaa", "a very long piece", "bb"}, []string{"zz"}, []string{" aaaa", " bb  zz"}},
		{widget.Flow{Width: 12, Rows: 3, Gap: 2}, nil, nil, []string{""}},
	} {
		if got := c.flow.Lay(c.pieces, c.tail...); !slices.Equal(got, c.want) {
			t.Errorf("%+v of %q: %q, want %q", c.flow, c.pieces, got, c.want)
		}
	}
}
