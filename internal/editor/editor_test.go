package editor_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"suivi/internal/editor"
)

func TestEditorIsTheOneThatIsNamed(t *testing.T) {
	for _, tt := range []struct{ visual, edit, want string }{
		{"", "", ""}, {"nano", "", "nano"}, {"", "vi", "vi"}, {"code -w", "vi", "code -w"}, {"  ", " vi ", "vi"},
	} {
		env := map[string]string{"VISUAL": tt.visual, "EDITOR": tt.edit}
		if got := editor.Chosen(func(name string) string { return env[name] }); got != tt.want {
			t.Errorf("VISUAL=%q EDITOR=%q: %q, want %q", tt.visual, tt.edit, got, tt.want)
		}
	}
}

func TestCommandIsSplitWithoutAShell(t *testing.T) {
	for command, want := range map[string]string{
		"nano": "nano", "code -w": "code|-w", "  vim\t-n  ": "vim|-n", "": "", "   ": "",
		`"/Mes programmes/édit" -f`: "/Mes programmes/édit|-f", `ed '-a b' c`: "ed|-a b|c", `e"d"x`: "edx", `ed ""`: "ed|",
		"nano; rm -rf $HOME": "nano;|rm|-rf|$HOME", "ed `id` $(id) > x": "ed|`id`|$(id)|>|x", `ed "sans fin`: "ed|sans fin",
	} {
		if got := strings.Join(editor.Words(command), "|"); got != want {
			t.Errorf("%q: %q, want %q", command, got, want)
		}
	}
}

func TestEditorThatFails(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "texte.txt")
	for command, want := range map[string]editor.Trouble{
		"": editor.Missing, "pas-un-editeur-du-tout": editor.Missing, dir: editor.Missing, "false": editor.Failed, "true": "",
	} {
		err := editor.NewVisit(command, path).Run()
		var fault *editor.Error
		if errors.As(err, &fault); fault == nil && want != "" || fault != nil && fault.Trouble != want {
			t.Errorf("%q: %v, want %q", command, err, want)
		}
	}
}

func TestWhatIsTakenOfAnEditor(t *testing.T) {
	dir := t.TempDir()
	for name, tt := range map[string]struct {
		write func(path string) error
		want  string
		bad   bool
	}{
		"a text":    {func(p string) error { return os.WriteFile(p, []byte("écrit\n"), 0o600) }, "écrit\n", false},
		"nothing":   {func(p string) error { return os.WriteFile(p, nil, 0o600) }, "", false},
		"no file":   {os.Remove, "", true},
		"too much":  {func(p string) error { return os.Truncate(p, 1<<30) }, "", true},
		"no text":   {func(p string) error { return os.WriteFile(p, []byte("a\x00b"), 0o600) }, "", true},
		"a link":    {func(p string) error { return errors.Join(os.Remove(p), os.Symlink("/etc/hostname", p)) }, "", true},
		"a device":  {func(p string) error { return errors.Join(os.Remove(p), os.Symlink("/dev/zero", p)) }, "", true},
		"a folder":  {func(p string) error { return errors.Join(os.Remove(p), os.Mkdir(p, 0o700)) }, "", true},
		"a new one": {func(p string) error { return errors.Join(os.Remove(p), os.WriteFile(p, []byte("autre"), 0o644)) }, "autre", false},
	} {
		path := filepath.Join(dir, strings.ReplaceAll(name, " ", "_"))
		if err := errors.Join(os.WriteFile(path, []byte("avant"), 0o600), tt.write(path)); err != nil {
			t.Fatal(name, err)
		}
		got, err := editor.NewVisit("ed", path).Take(1 << 20)
		if got != tt.want || (err != nil) != tt.bad {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}
