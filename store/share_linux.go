package store

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// shares names the file systems on which WAL does not work.
var shares = map[uint32]string{
	0x6969: "NFS", 0x517B: "SMB", 0xFE534D42: "SMB", 0xFF534D42: "CIFS", 0x5346414F: "AFS",
	0x00C36400: "Ceph", 0x73757245: "Coda", 0x564C: "NCP", 0x786F4256: "VirtualBox", 0x47504653: "GPFS",
}

// fuse is for local disks too: what is mounted tells.
const fuse = 0x65735546

var remoteFuse = []string{"sshfs", "rclone", "glusterfs", "s3fs", "davfs", "curlftpfs", "gvfs", "smbnetfs", "cifs"}

// networkShare is the name of the share a folder is on; empty on a local disk.
func networkShare(folder string) string {
	var s syscall.Statfs_t
	if err := syscall.Statfs(folder, &s); err != nil {
		return ""
	}
	if name, ok := shares[uint32(s.Type)]; ok {
		return name
	}
	if uint32(s.Type) == fuse {
		return fuseShare(folder)
	}
	return ""
}

// fuseShare finds the mount of a folder: the longest mount point above it.
func fuseShare(folder string) string {
	if real, err := filepath.EvalSymlinks(folder); err == nil {
		folder = real
	}
	f, err := os.Open("/proc/self/mountinfo")
	if err != nil {
		return ""
	}
	defer f.Close()
	longest, kind := "", ""
	for lines := bufio.NewScanner(f); lines.Scan(); {
		left, right, ok := strings.Cut(lines.Text(), " - ")
		columns, what := strings.Fields(left), strings.Fields(right)
		if !ok || len(columns) < 5 || len(what) == 0 {
			continue
		}
		point := strings.ReplaceAll(columns[4], `\040`, " ")
		inside := point == "/" || folder == point || strings.HasPrefix(folder, point+"/")
		if inside && len(point) >= len(longest) {
			longest, kind = point, what[0]
		}
	}
	for _, remote := range remoteFuse {
		if strings.Contains(kind, remote) {
			return remote
		}
	}
	return ""
}

const mayWrite, mayEnter = 2, 1

// writable tells whether the file and its folder can be written.
func writable(path string) bool {
	return syscall.Access(path, mayWrite) == nil && folderWritable(filepath.Dir(path))
}

func folderWritable(folder string) bool { return syscall.Access(folder, mayWrite|mayEnter) == nil }
