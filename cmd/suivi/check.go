package main

import (
	"path/filepath"

	"github.com/spf13/cobra"

	"suivi/internal/text"
	"suivi/store"
)

func (p *program) checkCommand() *cobra.Command {
	w := p.words()
	rebuild := false
	cmd := &cobra.Command{
		Use: "check [" + w.File + "]", Short: w.Check.Short, Long: w.Check.Long,
		Args: p.atMost(1), DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if rebuild {
				return p.rebuildSearch(cmd, args)
			}
			return p.check(cmd, args)
		},
	}
	cmd.Flags().BoolVar(&rebuild, "rebuild-search", false, p.loc.Words.Search.Rebuild)
	return cmd
}

// rebuildSearch makes the index of the search anew from the rows.
func (p *program) rebuildSearch(cmd *cobra.Command, args []string) error {
	path, err := p.file(cmd, args)
	if err != nil {
		return err
	}
	s, err := store.Open(path, store.Options{ReadOnly: p.options.readOnly, Now: p.now})
	if err != nil {
		return err
	}
	defer s.Close()
	n, err := s.RebuildSearch(cmd.Context())
	if err != nil {
		return err
	}
	p.say("%s", p.loc.Count(p.loc.Words.Search.Rebuilt, n, text.Line(filepath.Base(path))))
	return nil
}

// check reads the whole file and says what is wrong with it.
func (p *program) check(cmd *cobra.Command, args []string) error {
	path, err := p.file(cmd, args)
	if err != nil {
		return err
	}
	s, err := store.Open(path, store.Options{ReadOnly: true, Now: p.now})
	if err != nil {
		return err
	}
	defer s.Close()
	findings, err := s.Check(cmd.Context())
	if err != nil {
		return err
	}
	name := text.Line(filepath.Base(path))
	if len(findings) == 0 {
		p.say(p.words().Sound, name)
		return nil
	}
	p.report(findings, path)
	return &refusal{said: true}
}
