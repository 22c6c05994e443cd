// Reads results of Checkstyle from standard input with the package that reviewdog's reader comes from, and prints them as
// JSON.
package main

import (
	"encoding/json"
	"encoding/xml"
	"log"
	"os"

	"github.com/haya14busa/go-checkstyle/checkstyle"
)

func main() {
	var result checkstyle.Result
	if err := xml.NewDecoder(os.Stdin).Decode(&result); err != nil {
		log.Fatal(err)
	}
	if err := json.NewEncoder(os.Stdout).Encode(result.Files); err != nil {
		log.Fatal(err)
	}
}
