// AnnexCLI
