/** What a repository is called on GitHub, `owner/name`. It leads nowhere else when it stands before a path. */
export const REPOSITORY_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]*\/(?!\.{1,2}$)[A-Za-z0-9._-]+$/;
