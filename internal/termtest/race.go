package termtest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// closing is the package whose reader Bubble Tea closes while its own read
// loop still waits on it: a race of the libraries as the program ends, seen
// now and then and harmless, as nothing is read any more.
const closing = "github.com/muesli/cancelreader"

// watchRaces lets the race detector of the program under test write its
// reports where they can be read, and fails the test for each that is not the
// libraries' own. It says what the program's environment needs.
func watchRaces(t testing.TB) string {
	t.Helper()
	folder, err := os.MkdirTemp("", "suivi-race")
	if err != nil {
		t.Fatal(err)
	}
	// The program may run as another user.
	if err := os.Chmod(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		logs, _ := filepath.Glob(filepath.Join(folder, "race.*"))
		for _, log := range logs {
			said, err := os.ReadFile(log)
			if err != nil {
				t.Error(err)
			}
			for _, report := range strings.Split(string(said), "==================") {
				if strings.Contains(report, "DATA RACE") && !strings.Contains(report, closing) {
					t.Errorf("the program raced:\n%s", report)
				}
			}
		}
		_ = os.RemoveAll(folder)
	})
	return "GORACE=exitcode=0 log_path=" + filepath.Join(folder, "race")
}
