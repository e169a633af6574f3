internal import AnnexCLI

runProcess()
