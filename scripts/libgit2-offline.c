// Stands in for the parts of libgit2 that talk to servers over ssh and Kerberos, where it is linked
// statically: Annex reads repositories on this machine only, and Debian has no static library of
// Kerberos. Each function has the name of the one in libgit2 that it replaces.

enum { not_supported = -1 };

int git_transport_ssh_global_init(void) { return 0; }

int git_smart_subtransport_ssh(void **out, void *owner, void *param) {
  (void)out, (void)owner, (void)param;
  return not_supported;
}

int git_transport_ssh_with_paths(void **out, void *owner, void *paths) {
  (void)out, (void)owner, (void)paths;
  return not_supported;
}

int git_http_auth_negotiate(void **out, const void *url) {
  (void)out, (void)url;
  return not_supported;
}
